package io.provincelink.agreements.programme;

import static io.provincelink.agreements.programme.ProgrammeMother.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProgrammeChainTest {

    private static final String ALL = "/api/v1/programmes";

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor");

    private String created(int from, String... fields) {
        return created(editor, true, from, fields);
    }

    private String created(Api writer, boolean shared, int from, String... fields) {
        String code = ProgrammeMother.code();
        String draft = shared ? ProgrammeMother.shared(code) : ProgrammeMother.ownSide(code);
        draft = draft.replace("2016-01-01", from + "-01-01").replace("2020-12-31", from + 4 + "-12-31");
        for (String field : fields) {
            draft = with(draft, field);
        }
        writer.post(ALL, draft).expect(201);
        return code;
    }

    /** As programmes stand that were named before everybody had to see what is named. */
    private void hide(String code) {
        database.update("""
            update programme set visibility = 'OWN_SIDE', readers = (select readers from programme where code = ?)
             where code = ?
            """, created(otherSide, false, 2001), code);
    }

    private static String after(String code) {
        return "\"predecessor\": \"" + code + "\"";
    }

    private List<String> chain(Api reader, String code) {
        List<String> codes = new ArrayList<>();
        reader.get(ALL + "/" + code + "/chain")
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> codes.add(item.at("/code").asText()));
        return codes;
    }

    private Api.Answer patch(Api writer, String code, String patch) {
        String address = ALL + "/" + code;
        return writer.with("If-Match", writer.get(address).etag()).patch(address, patch);
    }

    @Test
    void a_chain_runs_in_the_order_of_time_from_wherever_one_looks() {
        String first = created(2006);
        String second = created(2011, after(first));
        String third = created(2016, after(editor.get(ALL + "/" + second).at("/id")));

        for (String from : List.of(first, second, third)) {
            assertThat(chain(editor, from)).containsExactly(first, second, third);
        }
        var link = editor.get(ALL + "/" + third + "/chain").json().at("/items/1");
        assertThat(link.at("/predecessor").asText())
                .isEqualTo(editor.get(ALL + "/" + first).at("/id"));
        assertThat(link.at("/status").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void the_other_sides_draft_is_no_part_of_a_chain_and_leaves_no_trace() {
        String shared = created(2016);
        String theirs = created(otherSide, false, 2021, after(shared));

        assertThat(chain(otherSide, shared)).containsExactly(shared, theirs);
        assertThat(chain(editor, shared)).containsExactly(shared);
        editor.get(ALL + "/" + theirs + "/chain").expect(404);
        anonymous.get(ALL + "/" + shared + "/chain").expect(404);
        anonymous.as("VN.15", "reader").get(ALL + "/" + shared + "/chain").expect(404);
        editor.get(ALL + "/no-such-programme/chain").expect(404);
    }

    @Test
    void what_a_programme_refers_to_must_be_there_for_its_writer() {
        String theirs = created(otherSide, false, 2011);
        String refused = editor.post(
                        ALL,
                        with(
                                with(
                                        with(ProgrammeMother.shared(ProgrammeMother.code()), after(theirs)),
                                        "\"parent\": \"nothing-of-this-name\""),
                                "\"agreements\": [\"nothing-of-this-name\"]"))
                .expect(400)
                .response()
                .asString();

        assertThat(refused)
                .contains("\"pointer\":\"/predecessor\",\"code\":\"unknown-record\"")
                .contains("\"pointer\":\"/parent\",\"code\":\"unknown-record\"")
                .contains("\"pointer\":\"/agreements/0\",\"code\":\"unknown-record\"");
    }

    @Test
    void an_agreement_is_named_by_id_or_code() {
        String code = "agreement-of-" + ProgrammeMother.code();
        String id = editor.post("/api/v1/agreements", """
            {"code": "%s", "kind": "MEMORANDUM", "level": "PROVINCIAL", "title": {"en": "Memorandum"}, "visibility": "PARTIES",
             "parties": [{"region": "XA.01"}, {"region": "XB.010100"}], "signedOn": "2018-03-01"}
            """.formatted(code))
                .expect(201)
                .at("/id");

        String programme = created(2016, "\"agreements\": [\"" + id + "\", \"" + code + "\"]");

        assertThat(editor.get(ALL + "/" + programme).json().at("/agreements")).hasSize(2);
    }

    @Test
    void references_never_lead_in_a_circle() {
        String first = created(2006);
        String second = created(2011, after(first), "\"parent\": \"" + first + "\"");
        String third = created(2016, after(second), "\"parent\": \"" + second + "\"");

        assertThat(patch(editor, first, "{" + after(third) + "}").expect(400).at("/violations/0/code"))
                .isEqualTo("circle");
        assertThat(patch(editor, first, "{" + after(first) + "}").expect(400).at("/violations/0/pointer"))
                .isEqualTo("/predecessor");
        assertThat(patch(editor, first, "{\"parent\": \"" + third + "\"}")
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("/parent");
        patch(editor, third, "{" + after(first) + "}").expect(200);
        assertThat(chain(editor, second)).containsExactly(first, second, third);
    }

    @Test
    void a_circle_through_what_the_writer_does_not_see_is_one_too() {
        String first = created(2006);
        String hidden = created(otherSide, true, 2011, after(first));
        String third = created(otherSide, true, 2016, after(hidden));
        hide(hidden);

        assertThat(patch(editor, first, "{" + after(third) + "}").expect(400).at("/violations/0/code"))
                .isEqualTo("circle");
    }

    @Test
    void a_side_changes_a_programme_whose_predecessor_it_does_not_see() {
        String hidden = created(otherSide, true, 2011);
        String shared = created(otherSide, true, 2016, after(hidden));
        hide(hidden);

        patch(editor, shared, "{\"note\": {\"en\": \"seen\"}}").expect(200);

        assertThat(chain(otherSide, shared)).containsExactly(hidden, shared);
        assertThat(patch(editor, shared, "{\"predecessor\": null}").expect(200).at("/predecessor"))
                .isEqualTo("null");
        assertThat(chain(otherSide, shared)).containsExactly(shared);
    }

    @Test
    void who_has_the_chain_gets_304_until_it_grows() {
        String first = created(2006);
        String address = ALL + "/" + first + "/chain";
        String etag = editor.get(address).etag();

        editor.with("If-None-Match", etag).get(address).expect(304);
        created(2011, after(first));
        editor.with("If-None-Match", etag).get(address).expect(200);
    }
}
