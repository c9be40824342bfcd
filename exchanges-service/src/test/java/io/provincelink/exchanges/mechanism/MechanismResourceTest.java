package io.provincelink.exchanges.mechanism;

import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MechanismResourceTest {

    private static final String EXCEPTIONS = """
            {"exceptions": [{"due": "2016-07-01", "kind": "POSTPONED", "to": "2016-11-01", "note": {"en": "Flood"}},
                            {"due": "2017-07-01", "kind": "ONLINE"}]}
            """;

    private final Api editor = Api.checked().as("XA.01", "editor");
    private final Api any = editor.with("If-Match", "*");

    @Inject
    DataSource database;

    @Test
    void a_mechanism_says_back_what_it_was_told() {
        var draft = Drafts.mechanism("XA.01", "XB.010100")
                .put("until", "2025-12-31")
                .put("planned", true);

        var view = editor.get(String.valueOf(
                        editor.post(MECHANISMS, draft).expect(201).header("Location")))
                .expect(200)
                .json();

        draft.fields().forEachRemaining(field -> assertThat(view.at("/" + field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(view.at("/visibility").asText()).isEqualTo("OWN_SIDE");
    }

    @Test
    void a_rule_or_window_that_cannot_be_kept_is_named() {
        var rule = Drafts.mechanism("XA.01", "XB.010100").put("recurrence", "FREQ=SECONDLY");
        var window = Drafts.mechanism("XA.01", "XB.010100").put("window", "PT5S");
        var days = Drafts.mechanism("XA.01", "XB.010100").put("until", "2015-12-31");

        assertThat(editor.post(MECHANISMS, rule).expect(400).at("/violations/0/pointer"))
                .isEqualTo("/recurrence");
        assertThat(editor.post(MECHANISMS, window).expect(400).at("/violations/0/pointer"))
                .isEqualTo("/window");
        assertThat(editor.post(MECHANISMS, days).expect(400).at("/violations/0/message"))
                .contains("2016-01-01");
    }

    @Test
    void faults_are_told_in_the_readers_language() {
        var rule = Drafts.mechanism("XA.01", "XB.010100").put("until", "2015-12-31");

        assertThat(editor.with("Accept-Language", "vi")
                        .post(MECHANISMS, rule)
                        .expect(400)
                        .at("/violations/0/message"))
                .isEqualTo("Không được trước 2016-01-01.");
        assertThat(editor.with("Accept-Language", "zh")
                        .post(MECHANISMS, rule)
                        .expect(400)
                        .at("/violations/0/message"))
                .isEqualTo("不得早于 2016-01-01。");
    }

    @Test
    void regions_of_bodies_and_hosts_must_exist_too() {
        var draft = Drafts.mechanism("XA.01", "XB.010100");
        draft.withArray("/hostRotation").add("XB.999999");
        draft.withObject("/parties/0/body").put("region", "XA.99");

        var refused = editor.post(MECHANISMS, draft).expect(400).json();

        assertThat(refused.at("/violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/parties/0/body/region", "/hostRotation/2");
    }

    @Test
    void without_a_first_day_its_codes_go_on_meaning_the_units_that_they_meant() {
        // XA.011 is closed today
        var draft = Drafts.mechanism("XA.011", "XB.010101").put("visibility", "PARTIES");
        String address = editor.post(MECHANISMS, draft).expect(201).header("Location");
        any.patch(address, "{\"since\": null}").expect(200);

        assertThat(any.patch(address, "{\"note\": {\"en\": \"Changed\"}}")
                        .expect(200)
                        .at("/parties/0/region"))
                .isEqualTo("XA.011");
    }

    @Test
    void filters_find_what_they_name_and_only_that() {
        var group = Drafts.mechanism("XA.01", "XB.010101")
                .put("kind", "WORKING_GROUP")
                .put("level", "DISTRICT")
                .put("since", "2011-01-01")
                .put("until", "2012-12-31");
        String id = editor.post(MECHANISMS, group).expect(201).at("/id");

        for (String found : List.of(
                "kind=WORKING_GROUP&level=DISTRICT",
                "parties=XA.01,XB.010101",
                "parties=XB.010100",
                "period=2012-12/2013",
                "period=2011")) {
            assertThat(ids(found)).as(found).contains(id);
        }
        for (String other : List.of("kind=TALKS", "level=HIGH", "parties=VN.02", "period=2013", "period=2010")) {
            assertThat(ids(other)).as(other).doesNotContain(id);
        }
    }

    @Test
    void what_was_agreed_for_single_sessions_is_kept_and_patched_as_a_whole() {
        String address = created(Drafts.mechanism("XA.01", "XB.010100"));

        var patched = any.patch(address, EXCEPTIONS).expect(200).json();

        assertThat(patched.at("/exceptions")).hasSize(2);
        assertThat(patched.at("/exceptions/0").toString())
                .isEqualTo("{\"due\":\"2016-07-01\",\"kind\":\"POSTPONED\",\"to\":\"2016-11-01\","
                        + "\"note\":{\"en\":\"Flood\"}}");
        assertThat(editor.get(address).expect(200).json().at("/exceptions")).isEqualTo(patched.at("/exceptions"));
        assertThat(any.patch(address, "{\"exceptions\": null}")
                        .expect(200)
                        .json()
                        .at("/exceptions"))
                .isEmpty();
    }

    @Test
    void a_rule_does_not_change_under_what_was_agreed_for_its_sessions() {
        String address = created(Drafts.mechanism("XA.01", "XB.010100"));
        any.patch(address, EXCEPTIONS).expect(200);

        assertThat(faults(any.patch(address, "{\"recurrence\": \"FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1\"}")))
                .containsExactly("/exceptions/0/due not-due", "/exceptions/1/due not-due");
        assertThat(faults(any.patch(address, "{\"until\": \"2016-12-31\"}")))
                .containsExactly("/exceptions/1/due not-due");
        assertThat(faults(any.patch(address, "{\"since\": null}"))).containsExactly("/since required");
        any.patch(address, "{\"window\": \"P2M\"}").expect(200);
    }

    @Test
    void everything_that_is_wrong_with_exceptions_is_said_at_once() {
        Api careless = Api.unchecked().as("XA.01", "editor");
        var draft = Drafts.mechanism("XA.01", "XB.010100");
        draft.withArray("/exceptions")
                .add((String) null)
                .add(5)
                .add(draft.objectNode().put("due", "2016-07-01").put("kind", "SKIPPED"))
                .add(draft.objectNode().put("due", "soon").put("kind", "ONLINE"))
                .add(draft.objectNode().put("kind", "ONLINE"))
                .add(draft.objectNode().put("due", "+999999999-12-31").put("kind", "ONLINE"))
                .add(draft.objectNode().put("due", "2016-07-02").put("kind", "ONLINE"));

        assertThat(faults(careless.post(MECHANISMS, draft)))
                .contains(
                        "/exceptions/0 not-null",
                        "/exceptions/1 wrong-type",
                        "/exceptions/2/kind unknown-value",
                        "/exceptions/3/due wrong-format",
                        "/exceptions/4/due not-null",
                        "/exceptions/6/due not-due");
    }

    @Test
    void there_is_an_end_to_exceptions() {
        var draft = Drafts.mechanism("XA.01", "XB.010100");
        for (int i = 0; i < 201; i++) {
            draft.withArray("/exceptions")
                    .addObject()
                    .put("due", (2016 + i % 100) + "-07-01")
                    .put("kind", "ONLINE");
        }

        assertThat(faults(Api.unchecked().as("XA.01", "editor").post(MECHANISMS, draft)))
                .contains("/exceptions size");
    }

    @Test
    void who_hosts_is_a_party_or_lies_in_one() {
        var draft = Drafts.mechanism("XA.01", "XB.010100");
        draft.withArray("/hostRotation").add("XA.011").add("VN.02");

        assertThat(faults(editor.post(MECHANISMS, draft))).containsExactly("/hostRotation/3 not-within-parties");
    }

    @Test
    void words_find_it_in_any_language_and_without_marks() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        var draft = Drafts.mechanism("XA.01", "XB.010100");
        draft.withObject("/title").put("vi", "Hội đàm thường niên " + word).put("zh", "年度会谈");
        String id = editor.post(MECHANISMS, draft).expect(201).at("/id");

        for (String q : List.of("hoi dam", "Hội đàm", "会谈", "test body", "a note", "tinh a mot", "甲一省")) {
            assertThat(ids("q=" + encoded(word + " " + q))).as(q).containsExactly(id);
        }
        assertThat(ids("q=" + encoded(word + " nothing"))).isEmpty();
        any.patch(MECHANISMS + "/" + id, "{\"title\": {\"vi\": \"Khác\"}}").expect(200);
        assertThat(ids("q=" + word)).isEmpty();
        editor.get(MECHANISMS + "?q=%2C").expect(400);
    }

    @Test
    void what_a_closed_province_set_up_is_found_under_the_one_that_took_it_over() {
        Api neighbour = Api.checked().as("XA.02", "editor");
        String id = neighbour
                .post(MECHANISMS, Drafts.mechanism("XA.02", "XB.010100").put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");

        assertThat(ids("parties=XA.01,XB.010100&rollup=current")).contains(id);
        assertThat(ids("parties=XA.01,XB.010100")).doesNotContain(id);
        editor.get(MECHANISMS + "?parties=XA.01&rollup=never").expect(400);
    }

    @Test
    void the_agreement_that_it_names_leads_to_it() {
        UUID agreement = UUID.randomUUID();
        var draft = Drafts.mechanism("XA.01", "XB.010100")
                .put("agreement", agreement.toString().toUpperCase(Locale.ROOT));
        String id = editor.post(MECHANISMS, draft).expect(201).at("/id");

        assertThat(ids("agreement=" + agreement)).containsExactly(id);
        assertThat(ids("agreement=" + agreement.toString().toUpperCase(Locale.ROOT)))
                .containsExactly(id);
        assertThat(ids("agreement=another")).isEmpty();
        any.patch(MECHANISMS + "/" + id, "{\"agreement\": null}").expect(200);
        assertThat(ids("agreement=" + agreement)).isEmpty();
    }

    @Test
    void its_own_side_takes_a_draft_back_and_an_approver_what_the_parties_see() {
        String draft = created(Drafts.mechanism("XA.01", "XB.010100"));
        String shared = created(Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES"));
        Api otherSide = Api.checked().as("XB.010100", "editor", "approver").with("If-Match", "*");

        Api.checked().with("If-Match", "*").delete(draft).expect(401);
        otherSide.delete(draft).expect(404);
        editor.delete(draft).expect(428);
        any.delete(draft).expect(204);
        editor.get(draft).expect(404);
        any.delete(shared).expect(403);
        otherSide.delete(shared).expect(403);
        Api.checked()
                .as("XA.01", "approver")
                .with("If-Match", "*")
                .delete(shared)
                .expect(204);
        otherSide.get(shared).expect(404);
        otherSide.get(shared + "/compliance?period=2016").expect(404);
    }

    @Test
    void a_partners_key_leads_to_it_and_takes_it_anew() {
        String path = MECHANISMS + "/by-external-id/dms.xa/" + UUID.randomUUID();
        var draft = Drafts.mechanism("XA.01", "XB.010100");

        Api.checked().put(path, draft).expect(401);
        Api.checked().as("XA.01", "reader").put(path, draft).expect(403);
        Api.checked().as("VN.15", "editor").put(path, draft).expect(403);
        var made = editor.put(path, draft).expect(201);
        editor.put(path, draft).expect(428);
        var revised = editor.with("If-Match", made.etag())
                .put(path, draft.put("until", "2020-12-31"))
                .expect(200);

        assertThat(revised.at("/id")).isEqualTo(made.at("/id"));
        assertThat(editor.get(path).expect(200).at("/until")).isEqualTo("2020-12-31");
        Api.checked().get(path).expect(404);
        Api.checked().as("XB.010100", "reader").get(path).expect(404);
    }

    @Test
    void it_says_who_agreed_that_everybody_may_read_it() {
        String address = created(Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES"));

        var published = Api.checked()
                .as("XA.01", "approver")
                .post(address + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        assertThat(published.json().at("/publishedBy").toString()).isEqualTo("[\"XA.01\"]");
        assertThat(any.patch(address, "{\"planned\": true}").expect(200).json().at("/publishedBy"))
                .isEmpty();
    }

    @Test
    void what_was_recorded_before_there_were_exceptions_has_none() throws SQLException {
        String address = created(Drafts.mechanism("XA.01", "XB.010100"));
        String etag = editor.get(address).expect(200).etag();
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update mechanism set terms = terms - 'exceptions' where id = ?")) {
            update.setObject(1, UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        var unchanged = any.patch(address, "{}").expect(200);

        assertThat(unchanged.json().at("/exceptions").isArray()).isTrue();
        assertThat(unchanged.json().at("/exceptions")).isEmpty();
        assertThat(unchanged.etag()).isEqualTo(etag);
    }

    @Test
    void a_meeting_goes_on_naming_the_mechanism_that_was_taken_back() {
        String address = created(Drafts.mechanism("XA.01", "XB.010100"));
        String id = address.substring(address.lastIndexOf('/') + 1);
        String meeting = MEETINGS + "/"
                + editor.post(
                                MEETINGS,
                                Drafts.meeting("XA.01", "XB.010100", "2016-08-01")
                                        .put("mechanism", id))
                        .expect(201)
                        .at("/id");

        any.delete(address).expect(204);

        assertThat(any.patch(meeting, "{\"note\": {\"en\": \"Changed\"}}")
                        .expect(200)
                        .at("/mechanism"))
                .isEqualTo(id);
    }

    private String created(ObjectNode draft) {
        return String.valueOf(editor.post(MECHANISMS, draft).expect(201).header("Location"));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static List<String> faults(Api.Answer answer) {
        List<String> faults = new ArrayList<>();
        answer.expect(400)
                .json()
                .at("/violations")
                .forEach(fault -> faults.add(
                        fault.at("/pointer").asText() + " " + fault.at("/code").asText()));
        return faults;
    }

    private List<String> ids(String filter) {
        return editor.get(MECHANISMS + "?limit=200&" + filter)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }
}
