package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What stands around the agreement of {@link AgreementStoryIT}: other agreements, programmes against poverty, aid and twins of the same
 * fictional units.
 */
@ExtendWith(SharedSuite.class)
class AroundTheAgreementIT {

    private static final String AGREEMENTS = "/api/v1/agreements";

    private final Person anybody;
    private final Person editor;
    private final Person approver;
    private final Person otherEditor;
    private final Person otherApprover;
    private final Person stranger;
    private final Person successor;

    AroundTheAgreementIT(RunningSuite suite) {
        anybody = Person.anybody(suite);
        editor = Person.of(suite, "XA.02", "reader", "editor");
        approver = Person.of(suite, "XA.02", "reader", "approver");
        otherEditor = Person.of(suite, "XB.010100", "reader", "editor");
        otherApprover = Person.of(suite, "XB.010100", "reader", "approver");
        stranger = Person.of(suite, "VN.15", "reader", "editor", "approver");
        successor = Person.of(suite, "XA.01", "reader", "editor", "approver");
    }

    @Test
    void what_ends_soon_is_found_in_time() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        successor.post(AGREEMENTS, """
            {"code": "xa-xb-ends-soon", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "PARTIES",
             "title": {"en": "Memorandum that ends soon"}, "parties": [{"region": "XA.01"}, {"region": "XB.010100"}],
             "signedOn": "2020-03-01", "period": {"from": "2020-04-01", "to": "%s"}}
            """.formatted(today.plusDays(90))).expect(201);

        assertThat(endingWithin("P180D")).contains("xa-xb-ends-soon");
        assertThat(endingWithin("P30D")).doesNotContain("xa-xb-ends-soon");
    }

    private String endingWithin(String duration) {
        return otherEditor
                .get(AGREEMENTS + "?limit=200&expiringWithin=" + duration)
                .expect(200)
                .response()
                .body();
    }

    @Test
    void the_law_warns_with_its_article_and_keeps_nobody_from_writing() {
        stranger.post(AGREEMENTS, """
            {"code": "warned-of-by-the-law", "kind": "ARRANGEMENT", "level": "PROVINCIAL", "title": {"en": "Made up"},
             "parties": [{"region": "VN.15"}, {"region": "XB.010100"}], "signedOn": "2022-01-15"}
            """).expect(201);

        JsonNode warnings = stranger.get(AGREEMENTS + "/warned-of-by-the-law")
                .expect(200)
                .json()
                .at("/warnings");
        assertThat(warnings.findValuesAsText("code")).contains("OPINION_NOT_RECORDED");
        assertThat(warnings.findValuesAsText("article")).contains("70/2020/QH14 art. 19(1)");
    }

    @Test
    void a_district_has_no_successor_until_somebody_says_to_whom_its_agreement_goes() {
        String address = editor.post(AGREEMENTS, """
            {"code": "xa-xb-district-2016", "kind": "MEMORANDUM", "level": "DISTRICT", "visibility": "PARTIES",
             "title": {"en": "Of two districts"}, "parties": [{"region": "XA.021"}, {"region": "XB.010101"}],
             "signedOn": "2016-03-01", "period": {"from": "2016-04-01", "to": "2030-03-31"}}
            """).expect(201).header("Location");
        JsonNode before =
                successor.get(address + "?asOf=2025-06-30").expect(200).json();
        assertThat(before.at("/warnings")).isEmpty();
        JsonNode undecided = successor.get(address).expect(200).json();
        assertThat(undecided.at("/warnings").findValuesAsText("code")).contains("SUCCESSOR_UNDECIDED");
        assertThat(undecided.at("/successors")).isEmpty();

        JsonNode decided = successor.post(address + "/actions", """
            {"type": "SUCCEED", "on": "2025-07-01", "region": "XA.021", "to": ["XA.02101"]}
            """).expect(200).json();

        assertThat(decided.at("/warnings")).isEmpty();
        assertThat(decided.at("/parties/0/region").asText()).isEqualTo("XA.021");
        assertThat(decided.at("/successors/0/to/0").asText()).isEqualTo("XA.02101");
        assertThat(decided.at("/successors/0/decided").asText()).isEqualTo("RECORDED");
    }

    @Test
    void who_reads_what_is_sensitive_is_noted_for_both_sides() {
        String address = editor.post(AGREEMENTS, """
            {"code": "xa-xb-police-2018", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "PARTIES", "fields": ["POLICE"],
             "title": {"en": "Of the police"}, "parties": [{"region": "XA.02"}, {"region": "XB.010100"}], "signedOn": "2018-03-01"}
            """).expect(201).header("Location");
        otherEditor.get(address).expect(200);
        stranger.get(address).expect(404);

        JsonNode reads = approver.get(address + "/reads").expect(200).json();
        assertThat(reads.at("/items/0/how").asText()).isEqualTo("RECORD");
        assertThat(reads.at("/items/0/region").asText()).isEqualTo("XB.010100");
        assertThat(otherApprover.get(address + "/reads").expect(200).json().at("/items"))
                .isEqualTo(reads.at("/items"));
        otherEditor.get(address + "/reads").expect(403);
    }

    @Test
    void a_slow_line_asks_for_little() throws IOException {
        editor.post(AGREEMENTS, """
            {"code": "xa-xb-small-answers", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "PARTIES",
             "title": {"en": "Small answers"}, "parties": [{"region": "XA.02"}, {"region": "XB.010100"}], "signedOn": "2018-03-01"}
            """).expect(201);
        String address = AGREEMENTS + "/xa-xb-small-answers";
        String etag = otherEditor.get(address).expect(200).header("ETag");
        otherEditor.get(address, Map.of("If-None-Match", etag)).expect(304);

        JsonNode small =
                otherEditor.get(address + "?fields=code,title").expect(200).json();
        assertThat(small.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "code", "title");

        HttpResponse<byte[]> packed = otherEditor.download(AGREEMENTS + "?limit=50", Map.of("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(20_000);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains("\"items\"");
    }

    @Test
    void a_partners_system_puts_an_agreement_under_its_own_key() {
        String key = AGREEMENTS + "/by-external-id/xa-letters/2019-17";
        String letter = """
            {"code": "xa-xb-letter-2019", "kind": "LETTER_OF_INTENT", "level": "PROVINCIAL", "visibility": "PARTIES",
             "title": {"en": "Letter"}, "parties": [{"region": "XA.02"}, {"region": "XB.010100"}], "signedOn": "2019-08-01"}
            """;
        editor.putNew(key, letter).expect(201);
        editor.put(key, letter.replace("\"Letter\"", "\"Letter of intent\"")).expect(200);

        JsonNode found = otherEditor.get(key).expect(200).json();
        assertThat(found.at("/title/en").asText()).isEqualTo("Letter of intent");
        assertThat(found.at("/externalIds/0/id").asText()).isEqualTo("2019-17");
        stranger.get(key).expect(404);
    }
}
