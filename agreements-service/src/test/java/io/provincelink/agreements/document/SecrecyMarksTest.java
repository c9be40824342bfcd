package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyMarksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT",
                "Mật",
                "TỐI MẬT",
                "Tối mật",
                "TUYỆT MẬT",
                "tuyệt mật",
                "M Ậ T",
                "T Ố I   M Ậ T",
                "  [ MẬT ]  ",
                "*** TUYỆT MẬT ***",
                "ĐỘ MẬT: MẬT",
                "Độ mật: Tối mật",
                "Mức độ mật : TUYỆT MẬT.",
                "1. Độ mật: Mật",
                "ỦY BAN NHÂN DÂN\tMẬT",
                "ỦY BAN NHÂN DÂN TỈNH   TỐI MẬT   Bản số: 01",
                "MẬT - HỎA TỐC",
                "TUYET MAT",
                "TOI MAT",
                "秘密",
                "机 密",
                "绝密",
                "【机密】",
                "絕密",
                "秘密★10年",
                "000001  机密★",
                "绝密★启用前",
                "机密 ★ 20年",
                "密级：秘密",
                "文件密级: 绝密",
                "SECRET",
                "TOP SECRET",
                "TÀI LIỆU TUYỆT MẬT",
                "TÀI LIỆU MẬT",
                "Tài liệu mật",
                "VĂN BẢN TỐI MẬT",
                "Mức độ: Mật",
                "Cấp độ: Tuyệt mật",
                "Số: 12/BC-UBND (Mật)",
                "Báo cáo tình hình biên giới (Tối mật)",
                "Mật - Bản số 01",
                "Tuyệt mật – Hỏa tốc",
                "秘密文件",
                "机密资料",
                "内部资料 秘密",
                "秘密 第3号",
                "本文件为秘密文件，不得外传",
                "本文件属于国家秘密",
                "此件属于国家机密。"
            })
    void a_marking_that_stands_alone_is_found(String line) {
        assertThat(SecrecyMarks.inText("Điều 1\n" + line + "\nkhác")).isTrue();
        assertThat(SecrecyMarks.inText(Normalizer.normalize(line, Normalizer.Form.NFD)))
                .as("decomposed")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quan hệ mật thiết giữa hai tỉnh",
                "本文件不是国家秘密",
                "本文件内容不属于国家秘密。",
                "本文件不得视为国家秘密",
                "本资料未列为机密",
                "Hai bên có trách nhiệm bảo mật thông tin.",
                "BẢO MẬT THÔNG TIN",
                "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
                "Các độ mật: Mật, Tối mật, Tuyệt mật do luật định.",
                "Độ mật: không",
                "Độ mật:",
                "mật",
                "mật ong bạc hà",
                "HỢP TÁC SẢN XUẤT MẬT ONG",
                "phiếu mật",
                "Toi mat nha",
                "MAT",
                "Mat.",
                "双方应保守国家秘密。",
                "商业秘密",
                "保密",
                "密切合作",
                "涉及机密的资料不得外传",
                "The parties keep secret what they learn.",
                "Secretariat",
                "secret",
                "bảo vệ bí mật nhà nước",
                "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
                "TÀI LIỆU BẢO MẬT",
                "TÀI LIỆU BÍ MẬT NHÀ NƯỚC VÀ CÁCH BẢO VỆ",
                "giữ bí mật",
                "Hai bên giữ bí mật tài liệu mật của nhau.",
                "mật ong",
                "Mật ong - Đặc sản Hà Giang",
                "MẬT ĐỘ DÂN SỐ",
                "mật độ dân số",
                "Mật độ: 90 người/km²",
                "Mức độ: cao",
                "Mức độ bảo mật: cao",
                "保守国家秘密",
                "保守 国家 秘密",
                "商业秘密",
                "商业 秘密 保护",
                "本协议涉及商业秘密的文件",
                "国家秘密文件的管理办法",
                ""
            })
    void the_word_in_a_sentence_is_no_marking(String line) {
        assertThat(SecrecyMarks.inText(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thương mại; TỐI MẬT", "合作,机密", "Báo cáo (MẬT)", "Tuyệt mật", "秘密★5年 合作"})
    void a_property_may_carry_the_marking_among_others(String value) {
        assertThat(SecrecyMarks.inProperty(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thương mại; bảo mật", "保密协议", "Microsoft Word", "Quy chế bảo vệ bí mật nhà nước"})
    void a_property_about_secrecy_is_no_marking(String value) {
        assertThat(SecrecyMarks.inProperty(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT.pdf",
                "Tuyệt_mật_2020.docx",
                "toi-mat-01.pdf",
                "bien ban (MẬT).odt",
                "机密.docx",
                "绝密★启用前.pdf",
                "2020_秘密_会谈.pdf"
            })
    void a_file_name_may_carry_the_marking(String name) {
        assertThat(SecrecyMarks.inFileName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BẢO-MẬT-THÔNG-TIN.docx",
                "bảo_mật.pdf",
                "Hợp tác nuôi ong mật.pdf",
                "MẬT ONG.pdf",
                "mat-bang.pdf",
                "保密协议.pdf",
                "secret-garden.pdf",
                "a.pdf"
            })
    void a_file_name_about_other_things_is_no_marking(String name) {
        assertThat(SecrecyMarks.inFileName(name)).isFalse();
    }
}
