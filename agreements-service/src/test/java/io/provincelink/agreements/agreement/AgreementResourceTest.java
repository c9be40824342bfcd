package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementResourceTest {

    private static final String ALL = "/api/v1/agreements";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api reader = anonymous.as("XA.01", "reader");

    private String created() {
        String code = AgreementMother.code();
        editor.post(ALL, AgreementMother.shared(code)).expect(201);
        return code;
    }

    @Test
    void an_agreement_is_read_by_id_and_by_code() {
        String code = AgreementMother.code();

        var created = editor.post(ALL, AgreementMother.shared(code)).expect(201);

        assertThat(created.header("Location")).isEqualTo(ALL + "/" + created.at("/id"));
        var byId = reader.get(ALL + "/" + created.at("/id")).expect(200);
        assertThat(byId.json()).isEqualTo(created.json());
        assertThat(byId.json())
                .isEqualTo(reader.get(ALL + "/" + code).expect(200).json());
        assertThat(byId.at("/status")).isEqualTo("EXPIRED");
        assertThat(byId.at("/parties/0/body/name/en")).isEqualTo("People's committee");
        reader.with("If-None-Match", byId.etag()).get(ALL + "/" + code).expect(304);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"signedOn\": \"2018-03-01\",',                            '', EXPIRED",
        "'2022-03-31', '9999-12-31', IN_FORCE",
        "'\"period\": {\"from\": \"2018-04-01\", \"to\": \"2022-03-31\"},', '', SIGNED",
        "'\"signedOn\": \"2018-03-01\",\n \"period\": {\"from\": \"2018-04-01\", \"to\": \"2022-03-31\"},', '', DRAFT",
    })
    void the_status_follows_from_the_dates(String replaced, String by, String expected) {
        String draft = AgreementMother.shared(AgreementMother.code()).replaceAll("\\s*\\n\\s*", "\n ");
        String changed = draft.replace(replaced, by);
        assertThat(changed).isNotEqualTo(draft);

        assertThat(editor.post(ALL, changed).expect(201).at("/status")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"TREATY, PROVINCIAL, 400", "PROTOCOL, DISTRICT, 400", "TREATY, NATIONAL, 201", "PLAN, NATIONAL, 201"})
    void only_states_conclude_treaties_and_protocols(String kind, String level, int expected) {
        var answer = editor.post(
                        ALL,
                        AgreementMother.shared(AgreementMother.code())
                                .replace("MEMORANDUM", kind)
                                .replace("PROVINCIAL", level))
                .expect(expected);

        if (expected == 400) {
            assertThat(answer.at("/violations/0/pointer")).isEqualTo("/level");
            assertThat(answer.at("/violations/0/message")).contains("NATIONAL");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"authenticLanguages\": [\"vi\", \"zh\"] | \"authenticLanguages\": [\"vi\"], \"prevailingLanguage\": \"zh\" | /prevailingLanguage | unknown-value",
                "\"PARTIES\"                  | \"PUBLIC\"                 | /visibility | publish-later",
                "{\"region\": \"XA.01\", \"name\" | {\"region\": \"XA.99\", \"name\" | /parties/0/body/region | unknown-region",
                "{\"region\": \"XB.010100\"}  | {\"region\": \"XA.01\"}    | /parties/1/region | same-party-twice",
                "{\"region\": \"XB.010100\"}  | {\"region\": \"XB.010109\"} | /parties/1/region | unknown-region",
                "2022-03-31                   | 2018-03-31                 | /period     | period-order",
                "2018-03-01                   | +999999999-01-01           | /signedOn   | wrong-format",
                "\"TRADE\"                    | \"WAR\"                    | /fields/0   | unknown-value",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String draft = AgreementMother.shared(AgreementMother.code());
        String wrong = draft.replace(replaced, by);
        assertThat(wrong).isNotEqualTo(draft);

        var refused = editor.post(ALL, wrong).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/violations/0/code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "zh", "en"})
    void what_is_missing_is_said_in_the_readers_language(String language) {
        var refused = editor.with("Accept-Language", language)
                .post(ALL, AgreementMother.shared(AgreementMother.code()).replace("\"kind\": \"MEMORANDUM\",", ""))
                .expect(400);

        assertThat(refused.at("/violations/0/message"))
                .isEqualTo(
                        switch (language) {
                            case "vi" -> "Phải có giá trị.";
                            case "zh" -> "必须填写。";
                            default -> "Must be given.";
                        });
    }

    @Test
    void a_taken_code_is_409() {
        String code = created();

        var taken = editor.post(ALL, AgreementMother.shared(code)).expect(409);

        assertThat(taken.header("Location"))
                .isEqualTo(ALL + "/" + reader.get(ALL + "/" + code).at("/id"));
    }

    @Test
    void filters_find_what_they_name() {
        String system = "s-" + UUID.randomUUID();
        String code = AgreementMother.code();
        editor.post(
                        ALL,
                        AgreementMother.shared(code)
                                .replaceFirst(
                                        "\\{",
                                        "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1:a\"}], "))
                .expect(201);
        String mine = ALL + "?externalId=" + system + ":1:a&";

        for (String hit : new String[] {
            "parties=XA.01,XB.010100",
            "parties=XB.010000",
            "kind=MEMORANDUM",
            "level=PROVINCIAL",
            "field=HEALTH",
            "signed=2018-03",
            "signed=2018-03-01"
        }) {
            assertThat(reader.get(mine + hit).expect(200).at("/items/0/code"))
                    .as(hit)
                    .isEqualTo(code);
        }
        for (String miss : new String[] {
            "parties=XA.01,XB.010101", "kind=PLAN", "level=DISTRICT", "field=POLICE", "signed=2018-04", "signed=2017"
        }) {
            assertThat(reader.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        assertThat(anonymous.get(mine).expect(200).json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=WAR",
                "level=VILLAGE",
                "field=WAR",
                "signed=soon",
                "signed=%2B999999999-12-31",
                "parties=XA.99",
                "limit=201",
                "cursor=x"
            })
    void a_filter_that_cannot_be_read_is_400(String filter) {
        var refused = anonymous.get(ALL + "?" + filter).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?" + filter.replaceAll("=.*", ""));
    }

    @Test
    void what_addresses_are_built_on_cannot_be_patched() {
        String address = ALL + "/" + created();
        var before = reader.get(address);

        for (String patch : new String[] {
            "{\"code\": \"another\"}",
            "{\"id\": \"0198c0de-0000-7000-8000-000000000001\"}",
            "{\"visibility\": \"PUBLIC\"}"
        }) {
            var refused =
                    editor.with("If-Match", before.etag()).patch(address, patch).expect(400);
            assertThat(refused.at("/violations/0/code")).as(patch).isEqualTo("fixed");
        }
    }

    @Test
    void a_draft_of_a_closed_province_may_be_moved_to_its_successor() {
        String code = AgreementMother.code();
        Api tuyenQuang = anonymous.as("VN.08", "reader", "editor");
        tuyenQuang
                .post(ALL, AgreementMother.ownSide(code).replace("XA.01", "VN.02"))
                .expect(201);
        String etag = tuyenQuang.get(ALL + "/" + code).expect(200).etag();

        var moved =
                tuyenQuang.with("If-Match", etag).patch(ALL + "/" + code, """
                        {"signedOn": "2026-01-15", "period": {"from": "2026-02-01", "to": "2030-12-31"},
                         "parties": [{"region": "VN.08"}, {"region": "XB.010100"}]}
                        """).expect(200);

        assertThat(moved.at("/parties/0/region")).isEqualTo("VN.08");
        tuyenQuang.get(ALL + "/" + code).expect(200);
        anonymous.as("VN.02", "reader").get(ALL + "/" + code).expect(404);
    }

    @Test
    void a_successor_agrees_for_all_that_it_succeeded() {
        String code = AgreementMother.code();
        editor.post(
                        ALL,
                        AgreementMother.shared(code)
                                .replace(
                                        "{\"region\": \"XB.010100\"}",
                                        "{\"region\": \"XA.02\"}, {\"region\": \"XB.010100\"}"))
                .expect(201);
        String publication = ALL + "/" + code + "/publication";

        anonymous
                .as("XA.01", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);
        anonymous
                .as("XB.010100", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);

        anonymous.get(ALL + "/" + code).expect(200);
    }
}
