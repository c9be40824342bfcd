package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementTextTest {

    private final Api anonymous = Api.checked();
    // it is signed, so what binds is filed by an approver
    private final Api editor = anonymous.as("XA.01", "reader", "editor", "approver");
    private String agreement = "";

    @BeforeEach
    void an_agreement() {
        String code = AgreementMother.code();
        editor.post("/api/v1/agreements", AgreementMother.shared(code)).expect(201);
        agreement = "/api/v1/agreements/" + code;
    }

    private Api.Answer upload(String query, byte[] file) {
        return editor.send("POST", agreement + "/documents?" + query, "application/octet-stream", file)
                .expect(201);
    }

    @Test
    void the_text_is_there_in_every_language_that_a_document_has() {
        upload("role=AUTHENTIC_TEXT&language=vi", DocumentMother.pdf(DocumentMother.VIETNAMESE));
        var zh = upload("role=AUTHENTIC_TEXT&language=zh", DocumentMother.docx(DocumentMother.CHINESE));
        upload("role=TRANSLATION&language=en", DocumentMother.odt(DocumentMother.ENGLISH));

        var vietnamese = editor.get(agreement + "/text?lang=vi").expect(200);
        assertThat(vietnamese.at("/articles/0/number")).isEqualTo("0");
        assertThat(vietnamese.at("/articles/1/number")).isEqualTo("1");
        assertThat(vietnamese.at("/articles/1/heading")).isEqualTo("Phạm vi hợp tác");
        assertThat(vietnamese.at("/articles/1/body")).isEqualTo("Hai bên hợp tác về thương mại biên giới.");
        assertThat(vietnamese.at("/authentic")).isEqualTo("true");

        var chinese = editor.get(agreement + "/text?lang=zh").expect(200);
        assertThat(chinese.at("/articles/2/heading")).isEqualTo("生效");
        assertThat(chinese.at("/sha256")).isEqualTo(zh.at("/sha256"));

        var english = editor.get(agreement + "/text?lang=en").expect(200);
        assertThat(english.at("/articles/2/heading")).isEqualTo("Entry into force");
        assertThat(english.at("/authentic")).isEqualTo("false");

        assertThat(editor.get(agreement + "/text").expect(200).at("/language")).isEqualTo("vi");
    }

    @Test
    void a_language_without_text_names_those_that_have_one() {
        upload("role=AUTHENTIC_TEXT&language=vi", DocumentMother.odt(DocumentMother.VIETNAMESE));

        var none = editor.get(agreement + "/text?lang=zh").expect(404);

        assertThat(none.at("/type")).endsWith("no-text");
        assertThat(none.at("/detail")).contains("vi");
        editor.get(agreement + "/text?lang=Deutsch").expect(400);
        // a scan is no text, and neither is an annex
        upload("role=ANNEX&language=zh", DocumentMother.odt(DocumentMother.CHINESE));
        editor.get(agreement + "/text?lang=zh").expect(404);
    }

    @Test
    void a_picture_of_a_text_has_no_articles() {
        var scan = upload("role=AUTHENTIC_TEXT&language=vi", DocumentMother.pdf());

        assertThat(scan.at("/articles")).isEqualTo("0");
        assertThat(editor.get(agreement + "/text").expect(404).at("/detail")).contains("scan");
    }

    @Test
    void the_text_follows_the_newest_version_and_is_not_sent_twice() {
        String id = upload("role=AUTHENTIC_TEXT&language=vi", DocumentMother.odt("Điều 1. Cũ", "Trước."))
                .at("/id");
        String etag = editor.get(agreement + "/text").etag();
        editor.with("If-None-Match", etag).get(agreement + "/text").expect(304);

        upload("replaces=" + id, DocumentMother.odt("Điều 1. Mới", "Sau."));

        var newer = editor.with("If-None-Match", etag).get(agreement + "/text").expect(200);
        assertThat(newer.at("/articles/0/heading")).isEqualTo("Mới");
        assertThat(newer.at("/version")).isEqualTo("2");
    }

    @Test
    void what_binds_comes_before_a_translation() {
        upload("role=AUTHENTIC_TEXT&language=vi", DocumentMother.odt("Điều 1. Bản chính", "Một."));
        upload("role=TRANSLATION&language=vi", DocumentMother.odt("Điều 1. Bản dịch", "Hai."));

        assertThat(editor.get(agreement + "/text?lang=vi").at("/articles/0/heading"))
                .isEqualTo("Bản chính");
    }

    @Test
    void changes_that_were_recorded_and_notes_of_the_margin_are_not_the_text() {
        upload(
                "role=AUTHENTIC_TEXT&language=vi",
                DocumentMother.odt(
                        "Điều 1. Một<office:annotation><text:p>ghi chú</text:p></office:annotation>",
                        "Hai<text:s/>ba"));

        var text = editor.get(agreement + "/text").expect(200);
        assertThat(text.at("/articles/0/heading")).isEqualTo("Một");
        assertThat(text.at("/articles/0/body")).isEqualTo("Hai ba");
    }
}
