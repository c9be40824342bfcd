package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a party came to its signature is its own affair: the other side learns that and when, and not what was noted. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PreparationNotesTest {

    private static final String ALL = "/api/v1/agreements";
    private static final String OURS = "The ministry warns of clause 4";
    private static final String THEIRS = "Their office asks for more";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private String address = "";

    @BeforeEach
    void both_sides_prepare_their_signature() {
        address = editor.post(
                        ALL, AgreementMother.unsigned(AgreementMother.code()).replace("PARTIES", "OWN_SIDE"))
                .expect(201)
                .header("Location");
        act(editor, "SUBMIT", OURS);
        act(editor, "REQUEST_OPINION", OURS);
        act(editor, "OPINION_RECEIVED", OURS);
        act(approver, "AUTHORISE", OURS);
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(200);
        act(otherEditor, "SUBMIT", THEIRS);
    }

    private Api.Answer act(Api who, String type, String note) {
        return who.post(
                        address + "/actions",
                        "{\"type\": \"%s\", \"on\": \"2018-02-01\", \"note\": {\"en\": \"%s\"}}".formatted(type, note))
                .expect(200);
    }

    @Test
    void each_side_reads_its_own_notes_and_that_the_other_has_prepared() {
        var own = editor.get(address).expect(200);
        var other = otherEditor.get(address).expect(200);

        assertThat(own.response().asString()).contains(OURS).doesNotContain(THEIRS);
        assertThat(other.response().asString()).contains(THEIRS).doesNotContain(OURS);
        assertThat(other.json().at("/actions").findValuesAsText("type"))
                .containsExactly("SUBMIT", "REQUEST_OPINION", "OPINION_RECEIVED", "AUTHORISE", "SUBMIT");
        assertThat(other.at("/actions/1/on")).isEqualTo("2018-02-01");
        assertThat(editor.get(address + "?asOf=2018-02-01").response().asString())
                .contains(OURS)
                .doesNotContain(THEIRS);
        assertThat(other.etag()).isNotEqualTo(own.etag());
        otherEditor.with("If-None-Match", own.etag()).get(address).expect(200);
        otherEditor.with("If-None-Match", other.etag()).get(address).expect(304);
    }

    @Test
    void the_answer_to_a_write_shows_the_writer_no_more_than_a_read() {
        var answer = act(otherEditor, "REQUEST_OPINION", THEIRS);

        assertThat(answer.response().asString()).contains(THEIRS).doesNotContain(OURS);
        assertThat(otherEditor.get(address).etag()).isEqualTo(answer.etag());
        assertThat(otherEditor
                        .with("If-Match", "*")
                        .patch(address, "{\"note\": {\"en\": \"x\"}}")
                        .expect(200)
                        .response()
                        .asString())
                .doesNotContain(OURS);
    }

    @Test
    void neither_history_nor_feed_nor_bundle_nor_list_shows_anybody_a_note() {
        approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        otherApprover.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        String code = editor.get(address).at("/code");
        String id = editor.get(address).at("/id");

        for (Api reader : new Api[] {otherEditor, anonymous, editor}) {
            for (String path : new String[] {
                address + "/history?limit=200", ALL + "?parties=XA.01&limit=200", "/api/v1/offline-bundle?region=XA.01"
            }) {
                assertThat(reader.get(path).expect(200).response().asString())
                        .as(path)
                        .doesNotContain(OURS, THEIRS);
            }
        }
        assertThat(anonymous.get(address).expect(200).response().asString())
                .contains(code)
                .doesNotContain(OURS, THEIRS);
        assertThat(told(id)).contains(code).doesNotContain(OURS, THEIRS);
    }

    /** The changes of that agreement as the feed tells them. */
    private String told(String id) {
        StringBuilder told = new StringBuilder();
        String cursor = "";
        Api.Answer page;
        do {
            page = otherEditor
                    .get("/api/v1/changes?types=AGREEMENT&include=record&limit=200" + cursor)
                    .expect(200);
            page.json().at("/items").forEach(item -> {
                if (item.at("/id").asText().equals(id)) {
                    told.append(item);
                }
            });
            cursor = "&after=" + page.at("/nextCursor");
        } while (!page.json().at("/items").isEmpty());
        return told.toString();
    }

    @Test
    void a_note_of_what_both_did_is_for_both() {
        act(approver, "SIGN", "At the border");
        act(otherApprover, "SIGN", "At the border");
        act(otherApprover, "AMEND", "Annex 2 replaced");

        assertThat(editor.get(address).response().asString()).contains("Annex 2 replaced");
    }
}
