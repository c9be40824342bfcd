package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is still to do, over all meetings. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OutcomeListTest {

    private static final String OUTCOMES = "/api/v1/outcomes";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");

    /** With a mechanism of its own, so that a test finds its own outcomes alone. */
    private String mechanism() {
        return editor.post(MECHANISMS, Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    private static ObjectNode session(String mechanism, String day) {
        ObjectNode draft = Drafts.meeting("XA.01", "XB.010100", day)
                .put("mechanism", mechanism)
                .put("visibility", "PARTIES");
        draft.putArray("outcomes");
        return draft;
    }

    private static ObjectNode outcome(ObjectNode session, String what, String status) {
        ObjectNode outcome = session.withArray("/outcomes").addObject().put("status", status);
        outcome.putObject("what").put("en", what);
        return outcome;
    }

    private void post(ObjectNode draft) {
        editor.post(MEETINGS, draft).expect(201);
    }

    private static List<String> found(Api reader, String query) {
        List<String> found = new ArrayList<>();
        reader.get(OUTCOMES + "?limit=200&" + query)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> found.add(item.at("/what/en").asText()));
        return found;
    }

    @Test
    void what_is_due_first_comes_first_with_its_meeting_page_by_page() {
        String mechanism = mechanism();
        ObjectNode first = session(mechanism, "2016-03-01");
        outcome(first, "no day", "OPEN");
        outcome(first, "second", "OPEN").put("due", "2017-01-01");
        outcome(first, "fourth", "OPEN").put("due", "2018-01-01");
        post(first);
        ObjectNode second = session(mechanism, "2016-04-01");
        outcome(second, "no day either", "DONE");
        outcome(second, "first", "OPEN").put("due", "2016-12-31");
        outcome(second, "third", "OPEN").put("due", "2017-01-01");
        post(second);

        List<String> seen = new ArrayList<>();
        String next = OUTCOMES + "?limit=2&mechanism=" + mechanism;
        int pages = 0;
        while (next != null) {
            var page = otherSide.get(next).expect(200);
            page.json()
                    .at("/items")
                    .forEach(item -> seen.add(item.at("/what/en").asText()));
            JsonNode link = page.json().at("/next");
            next = link.isTextual() ? link.asText() : null;
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(6).startsWith("first").endsWith("no day either");
        assertThat(seen.subList(1, 3)).containsExactlyInAnyOrder("second", "third");
        assertThat(seen.subList(3, 5)).containsExactly("fourth", "no day");
        var item = otherSide
                .get(OUTCOMES + "?limit=1&mechanism=" + mechanism)
                .json()
                .at("/items/0");
        assertThat(item.at("/meeting/title/en").asText()).isEqualTo("Test talks");
        assertThat(item.at("/meeting/start/on").asText()).isEqualTo("2016-04-01");
        assertThat(item.at("/standing").asText()).isEqualTo("PROPOSED");
    }

    @Test
    void only_outcomes_of_meetings_that_the_reader_sees_are_there() {
        String mechanism = mechanism();
        ObjectNode shared = session(mechanism, "2016-03-01");
        outcome(shared, "shared", "OPEN");
        post(shared);
        ObjectNode hidden = session(mechanism, "2016-04-01").put("visibility", "OWN_SIDE");
        outcome(hidden, "hidden", "OPEN");
        post(hidden);

        String query = "mechanism=" + mechanism;
        assertThat(found(editor, query)).containsExactlyInAnyOrder("shared", "hidden");
        assertThat(found(otherSide, query)).containsExactly("shared");
        assertThat(found(anonymous, query)).isEmpty();
        assertThat(found(anonymous.as("VN.15", "reader"), query)).isEmpty();
    }

    @Test
    void overdue_is_what_is_open_and_was_due_before_today() {
        String mechanism = mechanism();
        ObjectNode draft = session(mechanism, "2016-03-01");
        outcome(draft, "late", "OPEN").put("due", "2016-12-31");
        outcome(draft, "done", "DONE").put("due", "2016-12-31");
        outcome(draft, "carried", "CARRIED_OVER").put("due", "2016-12-31");
        outcome(draft, "in time", "OPEN").put("due", "9998-12-31");
        outcome(draft, "whenever", "OPEN");
        post(draft);

        assertThat(found(editor, "overdue=true&mechanism=" + mechanism)).containsExactly("late");
        assertThat(found(editor, "overdue=false&mechanism=" + mechanism))
                .containsExactlyInAnyOrder("done", "carried", "in time", "whenever");
        assertThat(found(editor, "status=DONE&mechanism=" + mechanism)).containsExactly("done");
        assertThat(found(editor, "due=2016-Q4&mechanism=" + mechanism))
                .containsExactlyInAnyOrder("late", "done", "carried");
    }

    @Test
    void a_region_is_its_own_units_and_those_inside_it_and_without_an_owner_the_parties() {
        String mechanism = mechanism();
        ObjectNode draft = session(mechanism, "2016-03-01");
        outcome(draft, "province", "OPEN").put("owner", "XA.01");
        outcome(draft, "district", "OPEN").put("owner", "XA.011");
        outcome(draft, "other side", "OPEN").put("owner", "XB.010100");
        outcome(draft, "both", "OPEN");
        post(draft);
        String query = "&mechanism=" + mechanism;

        assertThat(found(editor, "region=XA.01" + query)).containsExactlyInAnyOrder("province", "district", "both");
        assertThat(found(editor, "region=XA.011" + query)).containsExactly("district");
        assertThat(found(editor, "region=XB.010000" + query)).containsExactlyInAnyOrder("other side", "both");
    }

    @Test
    void what_a_closed_unit_was_to_do_rolls_up_to_its_successor() {
        ObjectNode draft = Drafts.meeting("XA.02", "XB.010100", "2016-03-01");
        draft.putArray("outcomes");
        outcome(draft, "of the closed one", "OPEN").put("owner", "XA.02").put("due", "1917-01-01");
        anonymous.as("XA.02", "editor").post(MEETINGS, draft).expect(201);
        Api successor = anonymous.as("XA.01", "reader");

        assertThat(found(successor, "region=XA.01&rollup=current&due=1917")).containsExactly("of the closed one");
        assertThat(found(successor, "region=XA.01&due=1917")).isEmpty();
    }

    @Test
    void what_lies_behind_thousands_that_the_reader_does_not_see_is_found_too() {
        Api stranger = anonymous.as("VN.15", "reader", "editor");
        ObjectNode hidden = Drafts.meeting("VN.15", "XB.010100", "2016-03-01");
        hidden.putArray("outcomes");
        for (int i = 0; i < 200; i++) {
            outcome(hidden, "hidden", "OPEN").put("due", "0001-01-01");
        }
        for (int i = 0; i < 11; i++) {
            stranger.post(MEETINGS, hidden).expect(201);
        }
        String mechanism = mechanism();
        ObjectNode draft = session(mechanism, "2016-03-01");
        outcome(draft, "first", "DONE").put("due", "1915-01-01");
        outcome(draft, "second", "DONE").put("due", "1915-01-02");
        outcome(draft, "third", "DONE");
        post(draft);

        var page = otherSide.get(OUTCOMES + "?limit=1&mechanism=" + mechanism).expect(200);
        var next = otherSide.get(page.at("/next")).expect(200);

        assertThat(page.at("/items/0/what/en")).isEqualTo("first");
        assertThat(next.at("/items/0/what/en")).isEqualTo("second");
        assertThat(found(otherSide, "status=DONE")).contains("first", "second").doesNotContain("hidden");
        assertThat(found(otherSide, "due=1915")).containsExactly("first", "second");
        assertThat(found(otherSide, "due=0001/1914")).isEmpty();
        assertThat(found(stranger, "overdue=true")).hasSize(200).containsOnly("hidden");
        assertThat(found(anonymous, "overdue=true&due=0001")).isEmpty();
    }

    @Test
    void it_has_an_etag_and_comes_as_lines_and_as_a_table() {
        String mechanism = mechanism();
        ObjectNode draft = session(mechanism, "2016-03-01");
        outcome(draft, "a line", "OPEN");
        post(draft);
        String list = OUTCOMES + "?mechanism=" + mechanism;

        var read = editor.get(list).expect(200);
        String lines = body(editor.with("Accept", "application/x-ndjson").get(list));
        String table = body(editor.with("Accept", "text/csv").get(list));

        assertThat(lines).contains("a line");
        assertThat(table).startsWith("id,").contains("meeting.id", "a line");
        editor.with("If-None-Match", read.etag()).get(list).expect(304);
    }

    private static String body(Api.Answer answer) {
        return new String(answer.expect(200).response().asByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region=XA.99",
                "region=XA.01,XB.010100",
                "mechanism=x",
                "status=LATE",
                "overdue=maybe",
                "due=20x",
                "rollup=old",
                "cursor=abc",
                "limit=0",
                "owner=XA.01",
            })
    void a_filter_that_means_nothing_is_refused(String filter) {
        Api.unchecked().get(OUTCOMES + "?" + filter).expect(400);
    }

    @Test
    void who_is_shown_an_outcome_of_a_sensitive_meeting_is_noted() {
        String mechanism = mechanism();
        ObjectNode draft = session(mechanism, "2016-03-01");
        draft.putArray("fields").add("JUSTICE");
        outcome(draft, "secret", "OPEN");
        String address = String.valueOf(editor.post(MEETINGS, draft).expect(201).header("Location"));

        found(otherSide, "mechanism=" + mechanism);

        JsonNode readings = anonymous
                .as("XA.01", "reader", "approver")
                .get(address + "/reads")
                .expect(200)
                .json()
                .at("/items");
        assertThat(readings.at("/0/how").asText()).isEqualTo("LIST");
        assertThat(readings.at("/0/region").asText()).isEqualTo("XB.010100");
    }
}
