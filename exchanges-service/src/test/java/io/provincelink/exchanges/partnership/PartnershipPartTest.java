package io.provincelink.exchanges.partnership;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two units have together, and what is to come in one of them; no other test records anything of these two. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PartnershipPartTest {

    private static final String A = "VN.04";
    private static final String B = "CN.451400";
    private static final String TOGETHER = "/api/v1/partnership-part?parties=" + A + "," + B;
    private static final String OVERVIEW = "/api/v1/overview-part?region=" + A;

    /** What the gateway asks is no part of the contract. */
    private final Api anonymous = Api.unchecked();

    private final Api editor = anonymous.as(A, "editor");
    private final Api otherSide = anonymous.as(B, "reader");
    private final LocalDate today = LocalDate.now(Today.ZONE);

    private static JsonNode part(Api reader, String question) {
        return reader.get(question).expect(200).json();
    }

    @Test
    void meetings_to_come_and_held_are_shown_to_those_who_see_them() {
        String held = meeting(today.minusDays(1));
        String next = meeting(today.plusDays(1));
        String later = meeting(today.plusDays(30));
        String mechanism = editor.post(MECHANISMS, Drafts.mechanism(A, B).put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");

        JsonNode seen = part(otherSide, TOGETHER);

        assertThat(seen.at("/upcoming").findValuesAsText("id"))
                .containsSubsequence(next, later)
                .doesNotContain(held);
        assertThat(seen.at("/last").findValuesAsText("id")).contains(held).doesNotContain(next, later);
        assertThat(seen.at("/mechanisms/items").findValuesAsText("id")).contains(mechanism);
        assertThat(seen.at("/upcoming/0/href").asText()).startsWith("/api/v1/meetings/");
        assertThat(seen.at("/upcoming/0/status").asText()).isEqualTo("PLANNED");
        assertThat(part(otherSide, OVERVIEW).at("/meetings").findValuesAsText("id"))
                .contains(next, later);
        for (Api nobody : List.of(anonymous, anonymous.as("XA.01", "reader"))) {
            assertThat(part(nobody, TOGETHER).toString()).doesNotContain(held, next, later, mechanism);
            assertThat(part(nobody, OVERVIEW).toString()).doesNotContain(held, next, later, mechanism);
        }
    }

    @Test
    void delegations_are_counted_by_direction_and_status() {
        String there = delegation(A, B, today.plusDays(2));
        delegation(A, B, today.plusDays(3));
        anonymous
                .as(B, "approver")
                .post(DELEGATIONS + "/" + there + "/transitions", "{\"to\": \"ACCEPTED\"}")
                .expect(200);
        anonymous
                .as(B, "editor")
                .post(
                        DELEGATIONS,
                        Drafts.delegation(B, A, today.plusDays(2).toString(), 3).put("visibility", "PARTIES"))
                .expect(201);

        JsonNode counts = part(editor, TOGETHER).at("/delegations");

        assertThat(rows(counts))
                .containsExactly(
                        A + " " + B + " PROPOSED 1 12", A + " " + B + " ACCEPTED 1 12", B + " " + A + " PROPOSED 1 3");
        assertThat(rows(part(editor, TOGETHER.replace(A + "," + B, B + "," + A)).at("/delegations")))
                .containsExactly(
                        B + " " + A + " PROPOSED 1 3", A + " " + B + " PROPOSED 1 12", A + " " + B + " ACCEPTED 1 12");
        assertThat(part(editor, OVERVIEW).at("/delegations").findValuesAsText("id"))
                .contains(there);
        assertThat(rows(part(otherSide, TOGETHER + ",XA.01").at("/delegations")))
                .containsAll(rows(counts));
    }

    @Test
    void a_head_with_two_delegations_and_an_overdue_outcome_are_warnings() {
        String one = delegation(A, "CN.532600", today.plusDays(40));
        String other = delegation(A, "CN.532600", today.plusDays(40));
        ObjectNode draft = Drafts.meeting(A, "CN.532600", "2016-03-01").put("visibility", "PARTIES");
        ((ObjectNode) draft.at("/outcomes/0")).put("due", "2016-12-31").put("owner", A);
        String meeting = editor.post(MEETINGS, draft).expect(201).at("/id");
        String question = TOGETHER.replace(B, "CN.532600");

        assertThat(warned(part(editor, question), "DOUBLE_BOOKED_HEAD")).contains(one, other);
        assertThat(warned(part(editor, question), "OUTCOME_OVERDUE")).contains(meeting);
        assertThat(warned(part(editor, OVERVIEW), "OUTCOME_OVERDUE")).contains(meeting);
        assertThat(part(anonymous, question).at("/warnings").toString()).doesNotContain(one, other, meeting);
    }

    @Test
    void a_delegation_that_one_may_not_see_makes_no_warning() {
        String other = "CN.532500";
        LocalDate day = today.plusDays(70);
        String shared = delegation(A, other, day);
        anonymous
                .as(other, "editor")
                .post(
                        DELEGATIONS,
                        Drafts.delegation(other, A, day.toString(), 2).put("visibility", "OWN_SIDE"))
                .expect(201);
        String question = TOGETHER.replace(B, other);

        assertThat(warned(part(anonymous.as(other, "reader"), question), "DOUBLE_BOOKED_HEAD"))
                .contains(shared);
        assertThat(warned(part(editor, question), "DOUBLE_BOOKED_HEAD")).doesNotContain(shared);
    }

    @Test
    void sessions_that_are_due_wait_for_a_day() {
        ObjectNode draft = Drafts.mechanism(A, B)
                .put("visibility", "PARTIES")
                .put("recurrence", "FREQ=MONTHLY;BYMONTHDAY=1")
                .put("window", "P1M")
                .put("since", today.minusYears(1).toString());
        String mechanism = editor.post(MECHANISMS, draft).expect(201).at("/id");

        JsonNode sessions = part(otherSide, OVERVIEW).at("/sessions");

        List<LocalDate> due = new ArrayList<>();
        sessions.forEach(session -> {
            if (session.at("/mechanism/id").asText().equals(mechanism)) {
                assertThat(LocalDate.parse(session.at("/until").asText())).isAfterOrEqualTo(today);
                due.add(LocalDate.parse(session.at("/due").asText()));
            }
        });
        assertThat(due).hasSizeBetween(6, 7).isSorted().contains(today.withDayOfMonth(1));
        assertThat(part(anonymous, OVERVIEW).at("/sessions").toString()).doesNotContain(mechanism);
    }

    @Test
    void the_question_must_be_whole() {
        anonymous.get("/api/v1/partnership-part").expect(400);
        anonymous.get("/api/v1/partnership-part?parties=VN.999," + B).expect(400);
        anonymous.get("/api/v1/overview-part").expect(400);
        anonymous.get(OVERVIEW + "&rollup=yes").expect(400);
        anonymous.get(OVERVIEW + "&rollup=current").expect(200);
    }

    private String meeting(LocalDate day) {
        return editor.post(MEETINGS, Drafts.meeting(A, B, day.toString()).put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    private String delegation(String sending, String receiving, LocalDate day) {
        ObjectNode draft =
                Drafts.delegation(sending, receiving, day.toString(), 12).put("visibility", "PARTIES");
        return editor.post(DELEGATIONS, draft).expect(201).at("/id");
    }

    private static List<String> rows(JsonNode counts) {
        List<String> rows = new ArrayList<>();
        counts.forEach(count -> rows.add(String.join(
                " ",
                count.at("/sending").asText(),
                count.at("/receiving").asText(),
                count.at("/status").asText(),
                count.at("/delegations").asText(),
                count.at("/people").asText())));
        return rows;
    }

    private static List<String> warned(JsonNode part, String code) {
        List<String> ids = new ArrayList<>();
        part.at("/warnings").forEach(warning -> {
            if (warning.at("/code").asText().equals(code)) {
                ids.add(warning.at("/about/id").asText());
            }
        });
        return ids;
    }
}
