package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.legalact.LegalActMother;
import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agreements and legal acts that programmes rest on. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FoundationTest {

    private static final String ALL = "/api/v1/programmes";
    private static final String NEXT = "{\"period\": {\"from\": \"2021-01-01\", \"to\": \"2025-12-31\"}}";

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor");

    /** An act that its issuer's side alone sees. */
    private String act() {
        String code = LegalActMother.code();
        editor.post("/api/v1/legal-acts", LegalActMother.decision(code)).expect(201);
        return code;
    }

    private String publicAct() {
        String code = act();
        anonymous
                .as("XA.01", "reader", "approver")
                .post("/api/v1/legal-acts/" + code + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        return code;
    }

    /** As acts stand that were named before everybody had to see what is named. */
    private void hide(String code) {
        database.update("""
            update legal_act set visibility = 'OWN_SIDE', readers = (select readers from legal_act where code = ?)
             where code = ?
            """, act(), code);
    }

    private String agreement() {
        String code = AgreementMother.code();
        editor.post("/api/v1/agreements", AgreementMother.shared(code)).expect(201);
        return code;
    }

    private static String named(String field, String... references) {
        return "\"" + field + "\": [\"" + String.join("\", \"", references) + "\"]";
    }

    private String programme(String... fields) {
        String code = ProgrammeMother.code();
        editor.post(ALL, ProgrammeMother.with(ProgrammeMother.shared(code), String.join(", ", fields)))
                .expect(201);
        return code;
    }

    private static Api.Answer patch(Api who, String code, String patch) {
        return who.with("If-Match", "*").patch(ALL + "/" + code, patch);
    }

    private static List<String> resting(Api reader, String reference) {
        return reader.get(ALL + "?restsOn=" + reference)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("code");
    }

    @Test
    void a_programme_rests_on_legal_acts_by_id_or_code_beside_its_agreements() {
        String act = publicAct();
        String other = publicAct();
        String id = editor.get("/api/v1/legal-acts/" + other).at("/id");
        String agreement = agreement();

        String code = programme(named("agreements", agreement), named("restsOn", act, id));

        var read = editor.get(ALL + "/" + code).expect(200);
        assertThat(read.json().at("/restsOn")).hasToString("[\"%s\",\"%s\"]".formatted(act, id));
        assertThat(read.json().at("/agreements")).hasToString("[\"%s\"]".formatted(agreement));
        assertThat(programme("\"restsOn\": null")).isNotEqualTo(code);
    }

    @Test
    void what_rests_on_an_act_or_an_agreement_is_found_by_it() {
        String act = publicAct();
        String agreement = agreement();
        String onBoth = programme(named("agreements", agreement), named("restsOn", act));
        String onTheAct = programme(named("restsOn", act));
        String id = editor.get("/api/v1/legal-acts/" + act).at("/id");

        assertThat(resting(editor, act)).containsExactly(onTheAct, onBoth);
        assertThat(resting(editor, id)).containsExactly(onTheAct, onBoth);
        assertThat(resting(editor, agreement)).containsExactly(onBoth);

        patch(editor, onBoth, "{\"restsOn\": [], \"agreements\": []}").expect(200);
        assertThat(resting(editor, act)).containsExactly(onTheAct);
        assertThat(resting(editor, agreement)).isEmpty();
    }

    @Test
    void who_does_not_see_an_act_cannot_ask_for_what_rests_on_it() {
        String act = act();
        String code = ProgrammeMother.code();
        editor.post(ALL, ProgrammeMother.with(ProgrammeMother.ownSide(code), named("restsOn", act)))
                .expect(201);
        assertThat(resting(editor, act)).containsExactly(code);

        for (Api blind : new Api[] {otherEditor, stranger, anonymous}) {
            var refused = blind.get(ALL + "?restsOn=" + act).expect(400);
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("?restsOn");
            assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-record");
        }
        editor.get(ALL + "?restsOn=nothing").expect(400);
    }

    @Test
    void a_programme_that_one_does_not_see_is_not_found_by_the_act_that_one_sees() {
        String agreement = agreement();
        String hidden = ProgrammeMother.code();
        editor.post(ALL, ProgrammeMother.with(ProgrammeMother.ownSide(hidden), named("agreements", agreement)))
                .expect(201);

        assertThat(resting(editor, agreement)).containsExactly(hidden);
        assertThat(resting(otherEditor, agreement)).isEmpty();
    }

    @Test
    void what_is_not_there_or_not_seen_cannot_be_named() {
        String hidden = act();
        String draft = ProgrammeMother.shared(ProgrammeMother.code());

        for (String unseen : new String[] {hidden, "no-such-act", "0198c0de-0000-7000-8000-0000000fffff"}) {
            var refused = otherEditor
                    .post(ALL, ProgrammeMother.with(draft, named("restsOn", unseen)))
                    .expect(400);
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("/restsOn/0");
            assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-record");
        }
        editor.post(ALL, ProgrammeMother.with(draft, "\"restsOn\": [null]")).expect(400);
        editor.post(ALL, ProgrammeMother.with(draft, "\"restsOn\": \"" + hidden + "\""))
                .expect(400);
    }

    @ParameterizedTest
    @CsvSource({"en, Belongs in agreements.", "vi, Hãy ghi ở agreements.", "zh, 应写在 agreements 中。"})
    void an_agreement_among_the_acts_is_told_where_it_belongs(String language, String message) {
        String draft = ProgrammeMother.with(
                ProgrammeMother.shared(ProgrammeMother.code()), named("restsOn", act(), agreement()));

        var refused = editor.with("Accept-Language", language).post(ALL, draft).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/restsOn/1");
        assertThat(refused.at("/violations/0/code")).isEqualTo("belongs-in");
        assertThat(refused.at("/violations/0/message")).isEqualTo(message);
    }

    @Test
    void what_the_other_side_named_stays_named_when_one_changes_something_else() {
        String hidden = publicAct();
        String agreement = agreement();
        String code = programme(named("restsOn", hidden));
        hide(hidden);

        patch(otherEditor, code, "{\"note\": {\"en\": \"seen\"}, " + named("agreements", agreement) + "}")
                .expect(200);

        assertThat(resting(editor, hidden)).containsExactly(code);
        assertThat(resting(editor, agreement)).containsExactly(code);
        patch(otherEditor, code, "{" + named("restsOn", hidden, act()) + "}").expect(400);
        patch(otherEditor, code, "{" + named("restsOn", publicAct(), hidden) + "}")
                .expect(200);
        assertThat(resting(editor, hidden)).containsExactly(code);
    }

    @Test
    void history_and_feed_tell_what_it_rests_on() {
        String act = publicAct();
        String code = programme(named("restsOn", act));
        String cursor = cursor();

        patch(editor, code, "{\"restsOn\": []}").expect(200);

        JsonNode change =
                editor.get(ALL + "/" + code + "/history").expect(200).json().at("/items/0/changes");
        assertThat(change).hasSize(1);
        assertThat(change.at("/0/pointer").asText()).isEqualTo("/restsOn");
        assertThat(change.at("/0/before/0").asText()).isEqualTo(act);
        JsonNode items = editor.get("/api/v1/changes?types=PROGRAMME&include=record&after=" + cursor)
                .expect(200)
                .json()
                .at("/items");
        assertThat(items)
                .filteredOn(item -> item.at("/record/code").asText().equals(code))
                .singleElement()
                .satisfies(item -> assertThat(item.at("/record"))
                        .isEqualTo(editor.get(ALL + "/" + code).json()));
    }

    private String cursor() {
        String cursor = editor.get("/api/v1/changes?limit=1").expect(200).at("/nextCursor");
        while (true) {
            var next = editor.get("/api/v1/changes?limit=200&after=" + cursor).expect(200);
            if (next.json().at("/items").isEmpty()) {
                return cursor;
            }
            cursor = next.at("/nextCursor");
        }
    }

    @Test
    void a_phone_takes_along_what_a_programme_rests_on() {
        String act = publicAct();
        String code = programme(named("restsOn", act));

        String bundle =
                editor.get("/api/v1/offline-bundle").expect(200).response().asString();

        assertThat(bundle.lines().filter(line -> line.contains("\"" + code + "\"")))
                .singleElement()
                .asString()
                .contains("\"restsOn\":[\"" + act + "\"]");
    }

    @Test
    void a_renewal_carries_the_acts_that_its_writer_sees() {
        String shared = publicAct();
        String hidden = publicAct();
        String agreement = agreement();
        String code = programme(named("agreements", agreement), named("restsOn", hidden, shared));
        hide(hidden);

        var theirs = editor.post(ALL + "/" + code + "/renewals", NEXT).expect(201);
        var others = otherEditor.post(ALL + "/" + code + "/renewals", NEXT).expect(201);

        assertThat(theirs.json().at("/restsOn")).hasToString("[\"%s\",\"%s\"]".formatted(hidden, shared));
        assertThat(theirs.json().at("/agreements")).hasToString("[\"%s\"]".formatted(agreement));
        assertThat(others.json().at("/restsOn")).hasToString("[\"%s\"]".formatted(shared));
        assertThat(others.json().at("/agreements")).hasSize(1);
        assertThat(resting(editor, hidden)).containsExactly(theirs.at("/code"), code);
    }
}
