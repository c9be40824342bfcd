package io.provincelink.exchanges.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hội nghị trực tuyến giữa Tỉnh ủy Hà Giang và Châu ủy Văn Sơn về phòng, chống dịch và khôi phục thông quan hàng hóa",
                "河江省委与文山州委举行视频会晤共商疫情防控和恢复口岸货物通关事宜并就下一步合作达成一致意见",
                "𠮷野家 and 😀 between words that go on and on and on, so that a pair of surrogates stands at the edge 😀😀😀😀😀😀😀😀",
                "plain words of one octet each, exactly as many as it takes to come to the end of the second line of all"
            })
    void no_line_is_longer_than_75_octets_and_no_character_is_cut(String text) {
        for (int shift = 0; shift < 5; shift++) {
            String line = "SUMMARY:" + "x".repeat(shift) + text + "\r\n";

            String folded = ContentLines.folded(line);

            assertThat(folded.split("\r\n")).allSatisfy(part -> assertThat(part.getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(75));
            assertThat(folded.split("\r\n")).allSatisfy(part -> assertThat(
                            new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(part));
            assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
        }
    }

    @Test
    void a_line_of_75_octets_stays_whole() {
        String line = "SUMMARY:" + "x".repeat(67) + "\r\n";

        assertThat(ContentLines.folded(line + line)).isEqualTo(line + line);
    }

    @Test
    void control_characters_and_halves_of_pairs_are_left_out_and_breaks_are_of_one_kind() {
        assertThat(ContentLines.plain("a\u0000\u0007b\r\nc\rd\ne\tf\u007f\u0085\ud83dg", 100))
                .isEqualTo("ab\nc\nd\ne\tfg");
    }

    @Test
    void what_is_too_long_ends_with_dots_and_not_with_half_a_character() {
        assertThat(ContentLines.plain("😀😀😀", 4)).isEqualTo("😀…");
        assertThat(ContentLines.plain("abcd", 4)).isEqualTo("abcd");
        assertThat(ContentLines.plain("abcde", 4)).isEqualTo("abc…");
    }
}
