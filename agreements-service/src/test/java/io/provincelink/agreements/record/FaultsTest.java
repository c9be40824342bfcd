package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One answer names everything that is wrong with a body. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FaultsTest {

    private static final String AGREEMENTS = "/api/v1/agreements";

    private final Api editor = Api.unchecked().as("XA.01", "reader", "editor");

    private static List<String> faults(Api.Answer answer) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : answer.json().at("/violations")) {
            faults.add(fault.at("/pointer").asText() + " " + fault.at("/code").asText());
            assertThat(fault.at("/message").asText()).isNotBlank();
        }
        return faults;
    }

    private List<String> posted(String path, String body) {
        return faults(editor.post(path, body).expect(400));
    }

    @Test
    void values_fields_constraints_and_units_are_named_together() {
        String body = """
            {"code": "x y", "kind": "MEMO", "parties": [{"region": "VN.99"}], "bogus": 1, "signedOn": "2021-13-01"}
            """;

        assertThat(posted(AGREEMENTS, body))
                .containsExactlyInAnyOrder(
                        "/bogus unknown-field",
                        "/code code",
                        "/kind unknown-value",
                        "/level not-null",
                        "/parties size",
                        "/parties/0/region unknown-region",
                        "/signedOn wrong-format",
                        "/title not-null");
    }

    @Test
    void faults_inside_lists_and_objects_have_their_own_places() {
        String body = """
            {"code": "deep", "kind": "MEMORANDUM", "level": "PROVINCIAL", "title": {"en": 1, "fr": "nom"},
             "parties": [{"region": "XA.01", "body": {"region": "XX.9", "name": {}, "channel": "ARMY", "x": {"y": [1]}}},
                         7, {"region": "xb"}],
             "fields": ["TRADE", "WAR", 3], "period": {"from": "2020-02-30", "to": [1, {"a": 2}]},
             "legalBasis": {"vi": "no list"}, "externalIds": [{"system": "A B"}, null],
             "source": {"title": {"en": "Source"}, "publisher": "", "url": "ftp://x"}}
            """;

        assertThat(posted(AGREEMENTS, body))
                .containsExactlyInAnyOrder(
                        "/externalIds/0/id not-null",
                        "/externalIds/0/system pattern",
                        "/externalIds/1 not-null",
                        "/fields/1 unknown-value",
                        "/fields/2 unknown-value",
                        "/legalBasis wrong-type",
                        "/parties/0/body/channel unknown-value",
                        "/parties/0/body/name text-empty",
                        "/parties/0/body/region unknown-region",
                        "/parties/0/body/x unknown-field",
                        "/parties/1 wrong-type",
                        "/parties/2/region region-code",
                        "/period/from wrong-format",
                        "/period/to wrong-format",
                        "/source/publisher not-blank",
                        "/source/url url",
                        "/title/en wrong-type",
                        "/title/fr unknown-field");
    }

    @Test
    void a_day_that_cannot_be_read_accuses_no_unit_of_being_closed() {
        String body = AgreementMother.shared(AgreementMother.code())
                .replace("\"XA.01\"", "\"VN.02\"")
                .replace("\"2018-03-01\"", "\"last spring\"");

        // signed in 2018 VN.02 was right; today it is closed
        assertThat(posted(AGREEMENTS, body)).containsExactly("/signedOn wrong-format");
    }

    @Test
    void rules_of_a_draft_are_named_beside_its_constraints() {
        String body = AgreementMother.shared(AgreementMother.code())
                .replace("\"MEMORANDUM\"", "\"TREATY\"")
                .replace("[\"vi\", \"zh\"]", "[\"vi\", \"zh\"], \"prevailingLanguage\": \"en\", \"note\": {}");

        assertThat(posted(AGREEMENTS, body))
                .containsExactly("/level unknown-value", "/note text-empty", "/prevailingLanguage unknown-value");
    }

    @Test
    void a_patch_names_all_of_them_too() {
        String code = AgreementMother.code();
        String etag = editor.post(AGREEMENTS, AgreementMother.shared(code))
                .expect(201)
                .etag();

        var refused = editor.with("If-Match", etag)
                .patch(AGREEMENTS + "/" + code, """
                    {"code": "other", "kind": "MEMO", "level": null, "bogus": {"a": [1]}, "title": {"vi": " "},
                     "signedOn": 5, "parties": [{"region": "XA.01"}, {"region": "ZZ.1"}]}
                    """)
                .expect(400);

        assertThat(faults(refused))
                .containsExactlyInAnyOrder(
                        "/bogus unknown-field",
                        "/code fixed",
                        "/kind unknown-value",
                        "/level not-null",
                        "/parties/1/region unknown-region",
                        "/signedOn wrong-format",
                        "/title/vi text-blank");
        assertThat(editor.get(AGREEMENTS + "/" + code).expect(200).at("/kind")).isEqualTo("MEMORANDUM");
    }

    @Test
    void a_put_and_other_collections_name_all_of_them_too() {
        String code = ProgrammeMother.code();
        String etag = editor.post("/api/v1/programmes", ProgrammeMother.shared(code))
                .expect(201)
                .etag();

        var refused = editor.with("If-Match", etag)
                .put("/api/v1/programmes/" + code + "/assessment", "{\"format\": \"SKY\", \"x\": 1, \"heldOn\": \"y\"}")
                .expect(400);
        assertThat(faults(refused)).contains("/format unknown-value", "/x unknown-field", "/heldOn wrong-format");

        assertThat(posted(
                        "/api/v1/programmes", "{\"kind\": 1, \"parties\": [{\"region\": \"QQ\"}], \"goals\": [1, {}]}"))
                .contains(
                        "/kind unknown-value",
                        "/parties/0/region unknown-region",
                        "/goals/0 wrong-type",
                        "/period not-null")
                .contains("/goals/1/indicator not-null");
        assertThat(posted(
                        "/api/v1/twinnings", "{\"level\": \"X\", \"sides\": [{\"country\": \"ZZ\"}], \"since\": \"\"}"))
                .contains(
                        "/level unknown-value",
                        "/sides size",
                        "/since wrong-format",
                        "/sides/0/country unknown-region");
        assertThat(posted("/api/v1/donations", "{\"parties\": [\"QQ.1\"], \"on\": {\"from\": 1}, \"items\": []}"))
                .contains("/parties/0 unknown-region", "/on/from wrong-format", "/on/to not-null", "/donors not-empty")
                .contains("/items not-empty");
    }

    @Test
    void what_is_no_json_is_told_as_such_and_what_is_no_object_too() {
        String brokenOff = "{\"kind\": \"MEMO\", \"bogus\": 1, \"title\": {";

        assertThat(editor.post(AGREEMENTS, brokenOff).expect(400).at("/type")).endsWith("malformed");
        assertThat(posted(AGREEMENTS, "[]")).containsExactly(" wrong-type");
        assertThat(posted(AGREEMENTS, "7")).containsExactly(" wrong-type");
        assertThat(posted(AGREEMENTS, "null")).containsExactly(" not-null");
        editor.send("POST", AGREEMENTS, "application/json", "").expect(400);
        assertThat(editor.post(AGREEMENTS, "{\"kind\": \"MEMO\"} x").expect(400).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "zh"})
    void the_sentences_are_in_the_readers_language(String language) {
        var refused = editor.with("Accept-Language", language)
                .post(AGREEMENTS, "{\"kind\": \"MEMO\", \"code\": \"x y\", \"parties\": [{\"region\": \"VN.99\"}]}")
                .expect(400);

        List<String> told = new ArrayList<>();
        refused.json()
                .at("/violations")
                .forEach(fault -> told.add(fault.at("/message").asText()));
        assertThat(String.join(" ", told))
                .contains(
                        switch (language) {
                            case "vi" -> "Phải";
                            case "zh" -> "必须";
                            default -> "Must be one of";
                        });
    }

    @Test
    void very_many_faults_and_very_deep_ones_do_no_harm() {
        String many = IntStream.range(0, 300_000).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));
        String nulls = IntStream.range(0, 150_000).mapToObj(i -> "null").collect(Collectors.joining(",", "[", "]"));
        String deep = "[".repeat(400) + "]".repeat(400);
        String deeper = "[".repeat(20_000) + "]".repeat(20_000);
        Instant start = Instant.now();

        var refused = editor.post(AGREEMENTS, "{\"kind\": \"MEMO\", \"parties\": " + many + "}")
                .expect(400);
        assertThat(faults(refused)).hasSize(100);
        assertThat(refused.at("/detail")).contains("100");
        assertThat(posted(AGREEMENTS, "{\"parties\": " + nulls + "}")).hasSize(100);
        assertThat(posted(AGREEMENTS, "{\"bogus\": " + deep + ", \"parties\": " + deep + "}"))
                .contains("/bogus unknown-field", "/parties/0 wrong-type");
        editor.post(AGREEMENTS, "{\"bogus\": " + deeper + "}").expect(400);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
}
