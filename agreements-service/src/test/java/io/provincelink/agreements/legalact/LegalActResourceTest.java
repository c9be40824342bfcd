package io.provincelink.agreements.legalact;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.record.AtOnce;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LegalActResourceTest {

    private static final String ALL = "/api/v1/legal-acts";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api stranger = anonymous.as("XB.010100", "reader", "editor", "approver");

    private String created() {
        return created(LegalActMother.code(), "", "");
    }

    private String created(String code, String replaced, String by) {
        return editor.post(ALL, LegalActMother.decision(code).replace(replaced.isEmpty() ? "\n" : replaced, by))
                .expect(201)
                .header("Location");
    }

    private Api.Answer patch(String address, String patch) {
        return editor.with("If-Match", "*").patch(address, patch);
    }

    private String code(String address) {
        return editor.get(address).at("/code");
    }

    @Test
    void an_act_is_read_by_id_and_by_code_and_says_whether_it_is_valid() {
        String code = LegalActMother.code();

        var created = editor.post(ALL, LegalActMother.decision(code)).expect(201);

        assertThat(created.header("Location")).isEqualTo(ALL + "/" + created.at("/id"));
        assertThat(editor.get(ALL + "/" + code).expect(200).json()).isEqualTo(created.json());
        assertThat(created.json().at("/valid").asBoolean()).isTrue();
        assertThat(created.at("/number")).isEqualTo("12/QĐ-UBND");
        editor.with("If-None-Match", created.etag()).get(ALL + "/" + code).expect(304);
        assertThat(patch(ALL + "/" + code, "{\"validTo\": \"2020-12-31\"}")
                        .expect(200)
                        .json()
                        .at("/valid")
                        .asBoolean())
                .isFalse();
        assertThat(patch(ALL + "/" + code, "{\"validTo\": null, \"validFrom\": null, \"issuedOn\": null}")
                        .expect(200)
                        .json()
                        .has("valid"))
                .isFalse();
    }

    @Test
    void a_step_is_taken_without_a_version_but_not_with_an_empty_or_an_old_one() {
        String publication = created() + "/publication";
        String wider = "{\"to\": \"PARTIES\"}";

        approver.with("If-Match", "").post(publication, wider).expect(412);
        approver.with("If-Match", "\"99-a\"").post(publication, wider).expect(412);

        approver.post(publication, wider).expect(200);
    }

    @Test
    void only_the_issuers_own_editor_records_and_changes_it() {
        String draft = LegalActMother.decision(LegalActMother.code());
        anonymous.post(ALL, draft).expect(401);
        anonymous.as("XA.01", "reader").post(ALL, draft).expect(403);
        approver.post(ALL, draft).expect(403);
        anonymous.bearing(Tokens.operator()).post(ALL, draft).expect(403);
        stranger.post(ALL, draft).expect(403);
        String address = editor.post(ALL, draft).expect(201).header("Location");

        stranger.get(address).expect(404);
        anonymous.get(address).expect(404);
        stranger.with("If-Match", "*").patch(address, "{\"number\": \"1\"}").expect(404);
        stranger.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(404);
        editor.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(403);
        anonymous.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(401);
        approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        anonymous.get(address).expect(200);
        stranger.with("If-Match", "*").patch(address, "{\"number\": \"1\"}").expect(403);
        anonymous.with("If-Match", "*").patch(address, "{\"number\": \"1\"}").expect(401);
        editor.patch(address, "{\"number\": \"1\"}").expect(428);
        patch(address, "{\"code\": \"other\"}").expect(400);
        assertThat(patch(address, "{\"number\": \"1\"}").expect(200).at("/number"))
                .isEqualTo("1");
    }

    @Test
    void filters_find_what_they_name() {
        String system = "s-" + UUID.randomUUID();
        String code = LegalActMother.code();
        created(
                code,
                "{\"code\"",
                "{\"validTo\": \"2022-12-31\", \"externalIds\": [{\"system\": \"" + system
                        + "\", \"id\": \"1\"}], \"code\"");
        String mine = ALL + "?externalId=" + system + ":1&";

        for (String hit :
                new String[] {"kind=DECISION", "issuer=XA.01", "issuer=XA", "validOn=2018-04-01", "validOn=2022-12-31"
                }) {
            assertThat(editor.get(mine + hit).expect(200).at("/items/0/code"))
                    .as(hit)
                    .isEqualTo(code);
        }
        for (String miss : new String[] {"kind=LAW", "issuer=XB", "validOn=2018-03-31", "validOn=2023-01-01"}) {
            assertThat(editor.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        assertThat(stranger.get(mine).expect(200).json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=WAR", "issuer=XA.99", "validOn=soon", "limit=0"})
    void a_filter_that_cannot_be_read_is_400(String filter) {
        assertThat(anonymous.get(ALL + "?" + filter).expect(400).at("/violations/0/pointer"))
                .isEqualTo("?" + filter.replaceAll("=.*", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"number\": \"12/QĐ-UBND\" | \"number\": \" \"                             | /number",
                "\"kind\": \"DECISION\"    | \"kind\": \"ADVICE\"                        | /kind",
                "\"region\": \"XA.01\"     | \"region\": \"XA.99\"                       | /issuer/region",
                "\"OWN_SIDE\"              | \"PUBLIC\"                                | /visibility",
                "2018-04-01                | 2018-04-01\", \"validTo\": \"2018-03-31     | /validTo",
                "2018-04-01                | 2018-04-01\", \"replacedBy\": \"nothing    | /validTo",
                "2018-04-01                | 2018-04-01\", \"validTo\": \"2019-01-01\", \"replacedBy\": \"nothing | /replacedBy",
                "2018-04-01\"              | 2018-04-01\", \"basis\": [\"nothing\"]      | /basis/0",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer) {
        String draft = LegalActMother.decision(LegalActMother.code());
        String wrong = draft.replace(replaced, by);
        assertThat(wrong).isNotEqualTo(draft);

        assertThat(editor.post(ALL, wrong).expect(400).json().findValuesAsText("pointer"))
                .contains(pointer);
    }

    @Test
    void no_act_rests_on_itself_or_replaces_itself() {
        String first = created();
        String second = created();
        patch(second, "{\"basis\": [\"" + code(first) + "\"]}").expect(200);

        assertThat(patch(first, "{\"basis\": [\"" + code(second) + "\"]}")
                        .expect(400)
                        .at("/violations/0/message"))
                .contains(code(second) + " → " + code(first));
        patch(first, "{\"basis\": [\"" + code(first) + "\"]}").expect(400);
        patch(first, "{\"validTo\": \"2019-12-31\", \"replacedBy\": \"" + code(second) + "\"}")
                .expect(200);
        assertThat(patch(second, "{\"validTo\": \"2020-12-31\", \"replacedBy\": \"" + code(first) + "\"}")
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("/replacedBy");
    }

    @RepeatedTest(3)
    void two_writers_at_once_do_not_close_a_circle_together() throws Exception {
        String one = created();
        String other = created();
        String toOther = "{\"basis\": [\"" + code(other) + "\"]}";
        String toOne = "{\"basis\": [\"" + code(one) + "\"]}";

        List<Integer> answers = AtOnce.call(List.of(
                () -> patch(one, toOther).status(), () -> patch(other, toOne).status()));

        assertThat(answers).containsExactlyInAnyOrder(200, 400);
    }
}
