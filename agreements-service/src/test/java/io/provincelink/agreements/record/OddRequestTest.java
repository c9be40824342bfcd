package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no friendly client sends. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OddRequestTest {

    private static final String PROGRAMMES = "/api/v1/programmes";

    private final Api anonymous = Api.unchecked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/png",
                "application/xml",
                "garbage",
                "a/b/c",
                "application/",
                "/",
                "text/html:x",
                "a/b(c)",
                "x/[y]",
                "a/@",
                ""
            })
    void a_list_comes_as_json_or_not_at_all(String accept) {
        var answer = anonymous.with("Accept", accept).get("/api/v1/regions?limit=1");

        if (answer.status() == 200) {
            assertThat(answer.header("Content-Type")).startsWith("application/json");
        } else {
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"milestones\": [{\"due\": 1e99999999999}]}",
                "{\"fieldsAreExamples\": 99999999999999999999}",
                "{\"goals\": [{\"target\": {\"value\": 1e999999}}]}",
                "{\"goals\": [{\"indicator\": \"grants\", \"kind\": \"TOTAL\", \"direction\": \"UP\","
                        + " \"target\": {\"value\": 1e2147483647, \"qualifier\": \"EXACT\", \"unit\": \"grant\"}}]}",
                "[]",
                "null",
                "7",
                "\"text\""
            })
    void a_patch_of_odd_numbers_and_shapes_is_the_senders_fault(String patch) {
        String code = ProgrammeMother.code();
        String etag = editor.post(PROGRAMMES, ProgrammeMother.shared(code))
                .expect(201)
                .etag();

        editor.with("If-Match", etag).patch(PROGRAMMES + "/" + code, patch).expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "vi,-", "--", "-;q=1"})
    void a_language_of_dashes_is_answered_in_english(String language) {
        Api dashes = editor.with("Accept-Language", language);

        assertThat(dashes.get(PROGRAMMES + "/none").expect(404).at("/title")).isEqualTo("There is nothing here");
        assertThat(dashes.post(PROGRAMMES, "{}").expect(400).at("/title")).isEqualTo("Some values are not right");
    }

    @Test
    void bytes_that_are_no_text_are_a_malformed_body() {
        byte[] utf32 = {0x7b, 0, 0, 0, 0x22, 0, 0, 0, -1, -1, -1, -1, 0x22, 0, 0, 0};

        var refused = editor.send("POST", PROGRAMMES, "application/json", utf32).expect(400);

        assertThat(refused.at("/type")).endsWith("malformed");
    }

    @Test
    void a_very_long_name_of_an_indicator_is_refused() {
        String draft =
                ProgrammeMother.shared(ProgrammeMother.code()).replace("trade-turnover", "a" + "-a".repeat(1500));

        var refused = editor.post(PROGRAMMES, draft).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/goals/0/indicator");
    }

    @Test
    void a_key_for_a_very_long_address_is_as_good_as_any() {
        String nowhere = new Random(7)
                .ints(2500, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Api keyed = anonymous
                .as("XA.01", "approver")
                .with("Idempotency-Key", UUID.randomUUID().toString());

        keyed.post(PROGRAMMES + "/" + nowhere + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(404);
    }

    @Test
    void a_body_of_another_media_type_is_told_which_are_read() {
        var posted = editor.send("POST", PROGRAMMES, "text/plain", "x").expect(415);
        var patched =
                editor.send("PATCH", PROGRAMMES + "/none", "text/csv", "x").expect(415);

        assertThat(posted.at("/violations/0/pointer")).isEqualTo("Content-Type:");
        assertThat(posted.at("/violations/0/message")).isEqualTo("Must be one of: application/json.");
        assertThat(patched.at("/violations/0/message"))
                .isEqualTo("Must be one of: application/json, application/merge-patch+json.");
    }

    @Test
    void what_addresses_and_sight_rest_on_cannot_be_patched() {
        String code = ProgrammeMother.code();
        String etag = editor.post(PROGRAMMES, ProgrammeMother.shared(code))
                .expect(201)
                .etag();

        for (String patch : new String[] {
            "{\"visibility\": \"PUBLIC\"}",
            "{\"code\": \"another-one\"}",
            "{\"id\": \"" + UUID.randomUUID() + "\"}",
            "{\"parties\": [{\"region\": \"XA.01\"}]}",
            "{\"parties\": [{\"region\": \"XA.01\"}, {\"region\": \"XB.010100\"}, {\"region\": \"VN.02\"}]}"
        }) {
            editor.with("If-Match", etag).patch(PROGRAMMES + "/" + code, patch).expect(400);
        }
        anonymous.as("VN.02", "reader").get(PROGRAMMES + "/" + code).expect(404);
    }

    @Test
    void claims_of_another_form_say_nothing() {
        anonymous
                .bearing(Tokens.with(Map.of("region", 5, "body", Map.of("a", 1))))
                .get(PROGRAMMES)
                .expect(200);
        anonymous
                .bearing(Tokens.with(Map.of("region", new String[] {"XA.01"})))
                .post(PROGRAMMES, ProgrammeMother.shared(ProgrammeMother.code()))
                .expect(403);
        anonymous
                .bearing(Tokens.with(Map.of("region", "ZZ.99")))
                .post(PROGRAMMES, ProgrammeMother.shared(ProgrammeMother.code()))
                .expect(403);
    }

    @Test
    void one_key_for_two_questions_is_refused_and_nothing_is_lost() {
        String observation = """
                {"parties": ["XA.01", "XB.010100"], "figure": {"value": 5, "qualifier": "EXACT", "unit": "USD"},
                 "source": {"title": {"en": "Made up"}, "publisher": "Test", "publishedOn": "2021-01-01"}}
                """;
        Api keyed = editor.with("Idempotency-Key", UUID.randomUUID().toString());
        keyed.post("/api/v1/observations?indicator=grant-commitment", observation)
                .expect(201);

        keyed.post("/api/v1/observations?indicator=grant-disbursement", observation)
                .expect(422);
    }

    @Test
    void a_twinning_of_other_peoples_regions_is_refused() {
        var refused = editor.post("/api/v1/twinnings", """
                        {"level": "PROVINCE", "parties": ["XA.01", "XB.010100"],
                         "sides": [{"country": "VN", "regions": ["VN.11"]}, {"country": "XB", "regions": ["XB.010100"]}]}
                        """).expect(400);

        assertThat(refused.at("/violations/0/code")).isEqualTo("not-within-parties");
    }

    @Test
    void what_was_agreed_for_another_text_is_not_agreed() {
        String address = PROGRAMMES + "/" + ProgrammeMother.code();
        String created = editor.post(PROGRAMMES, ProgrammeMother.shared(address.substring(PROGRAMMES.length() + 1)))
                .expect(201)
                .header("Location");
        anonymous
                .as("XB.010100", "reader", "approver")
                .post(address + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        String etag = editor.get(created).etag();
        editor.with("If-Match", etag)
                .put(address + "/assessment", "{\"format\": \"ONLINE\", \"summary\": {\"en\": \"Something else\"}}")
                .expect(200);

        anonymous
                .as("XA.01", "reader", "approver")
                .post(address + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        anonymous.get(address).expect(404);
    }

    @Test
    void what_one_party_does_alone_is_not_counted() {
        var answer = anonymous
                .get("/api/v1/observations?indicator=twinned-districts&parties=XA.01&period=2016/2020")
                .expect(200);

        assertThat(answer.json().has("recorded")).isFalse();
        String twice = "/api/v1/observations?indicator=twinned-districts&parties=XA.01,XA.01&period=2016/2020";
        assertThat(anonymous.get(twice).expect(200).json().has("recorded")).isFalse();
    }
}
