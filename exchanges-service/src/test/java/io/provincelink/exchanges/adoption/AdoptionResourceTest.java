package io.provincelink.exchanges.adoption;

import static io.provincelink.exchanges.practice.PracticeMother.PRACTICES;
import static io.provincelink.exchanges.practice.PracticeMother.adoption;
import static io.provincelink.exchanges.practice.PracticeMother.practice;
import static io.provincelink.exchanges.practice.PracticeMother.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XA.01 offers, XB.010100 takes it up. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AdoptionResourceTest {

    private static final String TO_PARTIES = "{\"to\": \"PARTIES\"}";
    private static final String TO_ALL = "{\"to\": \"PUBLIC\"}";

    private final Api anonymous = Api.checked();
    private final Api adopter = anonymous.as("XB.010100", "reader", "editor");
    private final Api adopterApprover = anonymous.as("XB.010100", "reader", "approver");
    private final Api offering = anonymous.as("XA.01", "reader", "editor");
    private final Api offeringApprover = anonymous.as("XA.01", "reader", "approver");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor", "approver");

    private String practice;
    private String adoptions;

    @BeforeEach
    void aPractice() {
        practice = published(anonymous, "XA.01");
        adoptions = practice + "/adoptions";
    }

    private String taken(ObjectNode adoption) {
        return String.valueOf(adopter.post(adoptions, adoption).expect(201).header("Location"));
    }

    private String shared() {
        return taken(adoption("XB.010100").put("visibility", "PARTIES"));
    }

    private static List<String> ids(Api reader, String path) {
        return reader.get(path).expect(200).json().at("/items").findValuesAsText("id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> faults(Api.Answer answer) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : answer.expect(400).json().at("/violations")) {
            faults.add(fault.at("/pointer").asText() + " " + fault.at("/code").asText());
        }
        return faults;
    }

    @Test
    void an_adoption_says_back_what_it_was_told() {
        ObjectNode draft = adoption("XB.010100");

        String path = taken(draft);
        JsonNode read = adopter.get(path).expect(200).json();

        draft.fields().forEachRemaining(field -> assertThat(read.at("/" + field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(path).startsWith(adoptions + "/");
        assertThat(read.at("/practice").asText()).isEqualTo(id(practice));
        assertThat(read.at("/parties").toString()).isEqualTo("[\"XB.010100\",\"XA.01\"]");
        assertThat(read.at("/visibility").asText()).isEqualTo("OWN_SIDE");
    }

    @Test
    void it_is_seen_by_its_own_side_then_by_both_then_by_all() {
        String path = taken(adoption("XB.010100"));
        for (Api other : List.of(anonymous, offering, stranger, anonymous.bearing(Tokens.operator()))) {
            other.get(path).expect(404);
            other.get(path + "/history").expect(404);
            assertThat(ids(other, adoptions)).isEmpty();
        }

        offeringApprover.post(path + "/publication", TO_PARTIES).expect(404);
        adopter.post(path + "/publication", TO_PARTIES).expect(403);
        adopterApprover.post(path + "/publication", TO_PARTIES).expect(200);
        offering.get(path).expect(200);
        stranger.get(path).expect(404);
        adopterApprover.post(path + "/publication", TO_ALL).expect(200);
        stranger.get(path).expect(404);
        offeringApprover.post(path + "/publication", TO_ALL).expect(200);

        assertThat(ids(anonymous, adoptions)).containsExactly(id(path));
        assertThat(ids(adopter, adoptions)).containsExactly(id(path));
    }

    @Test
    void only_the_adopter_writes_it_and_reports_back() {
        String path = shared();

        for (Api other : List.of(offering, offeringApprover)) {
            other.with("If-Match", "*").delete(path).expect(403);
        }
        offering.with("If-Match", "*").patch(path, "{\"status\": \"ENDED\"}").expect(403);
        stranger.with("If-Match", "*").patch(path, "{\"status\": \"ENDED\"}").expect(404);
        anonymous.with("If-Match", "*").patch(path, "{}").expect(401);
        adopter.patch(path, "{\"status\": \"ENDED\"}").expect(428);
        var reported = adopter.with("If-Match", "*").patch(path, """
                    {"status": "ENDED", "until": "2018-06-30", "results": [
                      {"on": "2018-06-30", "what": {"en": "Households out of poverty"},
                       "figure": {"value": 40, "qualifier": "ABOUT", "unit": "piece"}}]}
                    """).expect(200);

        assertThat(reported.at("/results/0/figure/qualifier")).isEqualTo("ABOUT");
        assertThat(offering.get(path).at("/status")).isEqualTo("ENDED");
        assertThat(offering.get(path + "/history").expect(200).json().at("/items"))
                .hasSize(2);
    }

    @Test
    void nobody_takes_up_for_others_or_what_is_its_own() {
        ObjectNode draft = adoption("XB.010100");
        anonymous.post(adoptions, draft).expect(401);
        adopterApprover.post(adoptions, draft).expect(403);
        offering.post(adoptions, draft).expect(403);
        stranger.post(adoptions, draft).expect(403);
        anonymous.bearing(Tokens.operator()).post(adoptions, draft).expect(403);

        assertThat(faults(offering.post(adoptions, adoption("XA.01")))).containsExactly("/adopter same-party-twice");
    }

    @Test
    void what_one_may_not_see_one_cannot_take_up() {
        String hidden = String.valueOf(
                offering.post(PRACTICES, practice("XA.01")).expect(201).header("Location"));

        for (String of : List.of(hidden, PRACTICES + "/" + UUID.randomUUID(), PRACTICES + "/nothing")) {
            adopter.post(of + "/adoptions", adoption("XB.010100")).expect(404);
            adopter.get(of + "/adoptions").expect(404);
            adopter.get(of + "/adoptions/" + UUID.randomUUID()).expect(404);
        }
    }

    @Test
    void an_adoption_names_no_practice_that_its_readers_may_not_see() {
        String hidden = String.valueOf(
                offering.post(PRACTICES, practice("XA.01")).expect(201).header("Location"));

        assertThat(faults(offering.post(
                        hidden + "/adoptions", adoption("XA.01101").put("visibility", "PARTIES"))))
                .containsExactly("/practice hidden-from-readers");
    }

    @Test
    void it_has_its_address_under_its_own_practice_alone() {
        String path = shared();
        String other = published(anonymous, "XA.01");

        adopter.get(other + "/adoptions/" + id(path)).expect(404);
        adopter.with("If-Match", "*")
                .patch(other + "/adoptions/" + id(path), "{}")
                .expect(404);
        adopterApprover
                .post(other + "/adoptions/" + id(path) + "/publication", TO_ALL)
                .expect(404);
        adopter.with("If-Match", "*").delete(other + "/adoptions/" + id(path)).expect(404);
        adopter.get(adoptions + "/nothing").expect(404);

        adopter.get(path).expect(200);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Api unchecked = Api.unchecked().as("XB.010100", "reader", "editor");
        assertThat(faults(unchecked.post(adoptions, """
                {"adopter": "QQ.1", "status": "DREAMT", "since": "2018-01-01", "until": "2017-01-01", "bogus": 1,
                 "results": [null, {"on": "9999-01-01"}, "x"], "visibility": "PUBLIC"}
                """)))
                .contains(
                        "/adopter unknown-region",
                        "/bogus unknown-field",
                        "/results/0 not-null",
                        "/results/1/on in-future",
                        "/results/1/what not-null",
                        "/results/2 wrong-type",
                        "/status unknown-value",
                        "/until before",
                        "/visibility publish-later");
        assertThat(faults(unchecked.post(adoptions, adoption("XB.010100").put("since", "9999-12-31"))))
                .contains("/since in-future");
        assertThat(faults(unchecked.post(
                        adoptions, adoption("XB.010100").put("status", "ENDED").put("until", "9999-12-31"))))
                .containsExactly("/until in-future");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"adopter\": null, \"status\": null}",
                "{\"adopter\": \"XB.010100\", \"status\": \"PLANNED\", \"since\": \"-999999999-01-01\"}",
                "{\"adopter\": \"XB.010100\", \"status\": \"PLANNED\", \"note\": {\"en\": \"\\u0000\"}}",
                "{\"adopter\": \"XB.010100\", \"status\": \"PLANNED\", \"results\": 5}",
            })
    void what_makes_no_sense_is_refused(String body) {
        Api.unchecked()
                .as("XB.010100", "reader", "editor")
                .post(adoptions, body)
                .expect(400);
    }

    @Test
    void the_adopter_stays_and_other_days_are_no_fault_of_the_service() {
        String path = taken(adoption("XB.010100"));
        Api matching = adopter.with("If-Match", "*");

        assertThat(faults(matching.patch(path, "{\"adopter\": \"XB.010101\", \"visibility\": \"PUBLIC\"}")))
                .contains("/adopter fixed", "/visibility fixed");
        for (String day : List.of("0001-01-01", "2017-03-01", "2025-06-30")) {
            matching.patch(path, "{\"since\": \"" + day + "\"}").expect(200);
        }
        matching.patch(path, "{\"status\": \"PLANNED\", \"since\": \"9999-12-31\"}")
                .expect(200);
        matching.patch(path, "{\"status\": \"PLANNED\", \"since\": null}").expect(200);
    }

    @Test
    void a_unit_that_was_closed_meanwhile_is_stood_for_by_its_successor() {
        String ofClosed = published(anonymous, "XA.02") + "/adoptions";

        var before = adopter.post(ofClosed, adoption("XB.010100")).expect(201);
        var after = adopter.post(ofClosed, adoption("XB.010100").put("since", "2025-08-01"))
                .expect(201);

        assertThat(before.json().at("/parties").toString()).isEqualTo("[\"XB.010100\",\"XA.02\"]");
        assertThat(after.json().at("/parties").toString()).isEqualTo("[\"XB.010100\",\"XA.01\"]");
        String moved = String.valueOf(after.header("Location"));
        assertThat(adopter.with("If-Match", "*")
                        .patch(moved, "{\"since\": \"2025-06-01\"}")
                        .expect(200)
                        .json()
                        .at("/parties")
                        .toString())
                .isEqualTo("[\"XB.010100\",\"XA.02\"]");
        adopterApprover.post(moved + "/publication", TO_PARTIES).expect(200);
        adopter.with("If-Match", "*")
                .patch(moved, "{\"since\": \"2025-08-01\"}")
                .expect(400);
    }

    @Test
    void who_adopted_what_is_told_as_far_as_the_reader_sees_it() {
        String path = taken(adoption("XB.010101"));

        for (String region : List.of("XB.010101", "XB.010100", "XB")) {
            String list = PRACTICES + "?limit=200&adoptedBy=" + region;
            assertThat(ids(adopter, list)).as(region).contains(id(practice));
            assertThat(ids(offering, list)).as(region).doesNotContain(id(practice));
            assertThat(ids(anonymous, list)).as(region).doesNotContain(id(practice));
        }
        assertThat(ids(adopter, PRACTICES + "?limit=200&adoptedBy=XA")).doesNotContain(id(practice));
        assertThat(ids(adopter, adoptions + "?region=XB.010100&status=RUNNING")).containsExactly(id(path));
        assertThat(ids(adopter, adoptions + "?region=XA")).isEmpty();
        assertThat(ids(adopter, adoptions + "?status=ENDED")).isEmpty();
        for (String filter : List.of("region=Q", "status=S", "rollup=r", "externalId=x", "bogus=1")) {
            Api.unchecked().get(adoptions + "?" + filter).expect(400);
        }
    }

    @Test
    void what_a_closed_unit_adopted_is_under_its_successor_where_that_is_asked_for() {
        String ofOther = published(anonymous, "XB.010100");
        anonymous
                .as("XA.02", "reader", "editor")
                .post(ofOther + "/adoptions", adoption("XA.02"))
                .expect(201);

        String list = PRACTICES + "?limit=200&adoptedBy=XA.01";
        assertThat(ids(offering, list)).doesNotContain(id(ofOther));
        assertThat(ids(offering, list + "&rollup=current")).contains(id(ofOther));
    }

    @Test
    void a_draft_is_taken_back_and_the_approver_takes_back_what_the_other_side_saw() {
        String draft = taken(adoption("XB.010100"));
        String seen = shared();

        adopter.delete(draft).expect(428);
        adopter.with("If-Match", "*").delete(draft).expect(204);
        adopter.with("If-Match", "*").delete(seen).expect(403);
        adopterApprover.with("If-Match", "*").delete(seen).expect(204);

        adopter.get(draft).expect(404);
        offering.get(seen).expect(404);
        assertThat(ids(adopter, adoptions)).isEmpty();
    }

    @Test
    void a_practice_may_be_changed_and_its_adoptions_stay() {
        String path = shared();

        offering.with("If-Match", "*")
                .patch(practice, "{\"title\": {\"en\": \"Renamed\"}}")
                .expect(200);

        adopter.get(path).expect(200);
        assertThat(ids(offering, adoptions)).containsExactly(id(path));
    }

    @Test
    void who_reads_the_adoption_of_a_police_practice_is_noted() {
        ObjectNode draft = practice("XA.01");
        draft.putArray("fields").add("POLICE");
        String path = String.valueOf(adopter.post(
                        published(anonymous, draft) + "/adoptions",
                        adoption("XB.010100").put("visibility", "PARTIES"))
                .expect(201)
                .header("Location"));

        offering.get(path).expect(200);

        assertThat(adopterApprover.get(path + "/reads").expect(200).json().at("/items"))
                .hasSize(1);
        adopter.get(path + "/reads").expect(403);
        stranger.get(path + "/reads").expect(404);
    }

    /** Who offers a practice may say only later what it is about; the record of who took it up does not change with that. */
    @Test
    void who_reads_an_adoption_is_noted_also_where_its_practice_became_one_of_the_police_later() {
        String path = shared();
        offering.get(path).expect(200);
        offering.with("If-Match", "*")
                .patch(practice, "{\"fields\": [\"POLICE\"]}")
                .expect(200);

        offering.get(path).expect(200);
        ids(offering, adoptions);

        assertThat(adopterApprover.get(path + "/reads").expect(200).json().at("/items"))
                .hasSize(2);
    }

    @Test
    void adoptions_also_come_as_lines_and_as_a_table_and_are_not_sent_twice() {
        String path = shared();
        String etag = adopter.get(path).etag();

        adopter.with("If-None-Match", etag).get(path).expect(304);
        assertThat(adopter.with("Accept", "application/x-ndjson")
                        .get(adoptions)
                        .expect(200)
                        .response()
                        .asString())
                .contains(id(path));
        assertThat(adopter.with("Accept", "text/csv")
                        .get(adoptions)
                        .expect(200)
                        .response()
                        .asString())
                .startsWith("id,")
                .contains(id(path));
    }
}
