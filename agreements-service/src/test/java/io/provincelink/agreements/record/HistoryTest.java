package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HistoryTest {

    private static final String ALL = "/api/v1/agreements";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private void patch(Api by, String id, String patch) {
        by.with("If-Match", "*").patch(ALL + "/" + id, patch).expect(200);
    }

    private static List<JsonNode> history(Api reader, String id) {
        List<JsonNode> items = new ArrayList<>();
        reader.get(ALL + "/" + id + "/history").expect(200).json().at("/items").forEach(items::add);
        return items;
    }

    private static List<String> told(Api reader, String id) {
        return history(reader, id).stream()
                .map(item ->
                        item.path("op").asText() + " " + item.path("version").asLong() + " "
                                + item.path("visibility").asText())
                .toList();
    }

    @Test
    void every_version_says_who_when_and_what() {
        String id = editor.post(ALL, AgreementMother.unsigned(AgreementMother.code()))
                .expect(201)
                .at("/id");
        patch(
                otherSide,
                id,
                "{\"title\": {\"en\": \"Memorandum of 2018\"}, \"note\": {\"zh\": \"续\"}, \"fields\": [\"TRADE\"]}");

        List<JsonNode> history = history(editor, id);

        assertThat(history).hasSize(2);
        JsonNode change = history.get(0);
        assertThat(change.path("version").asLong()).isEqualTo(2);
        assertThat(change.path("op").asText()).isEqualTo("UPDATED");
        assertThat(change.path("at").asText()).endsWith("Z");
        assertThat(change.at("/by/region").asText()).isEqualTo("XB.010100");
        assertThat(change.at("/by/party").asText()).isEqualTo("XB.010100");
        assertThat(change.at("/by/body").asText()).isEqualTo("Foreign affairs department of XB.010100");
        assertThat(change.at("/by/roles")).extracting(JsonNode::asText).containsExactlyInAnyOrder("reader", "editor");
        assertThat(change.path("by")).hasSize(4);
        assertThat(change.path("changes").toString())
                .isEqualTo("[{\"pointer\":\"/fields\",\"before\":[\"TRADE\",\"HEALTH\"],\"after\":[\"TRADE\"]},"
                        + "{\"pointer\":\"/note\",\"after\":{\"zh\":\"续\"}},"
                        + "{\"pointer\":\"/title/en\",\"before\":\"Memorandum\",\"after\":\"Memorandum of 2018\"}]");
        assertThat(history.get(1).path("op").asText()).isEqualTo("CREATED");
        assertThat(history.get(1).path("changes")).isEmpty();
    }

    @Test
    void what_happened_while_one_side_had_it_for_itself_stays_with_that_side() {
        String id = editor.post(ALL, AgreementMother.ownSide(AgreementMother.code()))
                .expect(201)
                .at("/id");
        patch(editor, id, "{\"note\": {\"en\": \"our reserve\"}}");
        otherSide.get(ALL + "/" + id + "/history").expect(404);
        patch(editor, id, "{\"note\": {\"en\": \"agreed\"}}");
        approver.post(ALL + "/" + id + "/publication", "{\"to\": \"PARTIES\"}").expect(200);
        approver.post(ALL + "/" + id + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        otherApprover
                .post(ALL + "/" + id + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        assertThat(told(editor, id))
                .containsExactly(
                        "UPDATED 6 PUBLIC",
                        "UPDATED 5 PARTIES",
                        "UPDATED 4 PARTIES",
                        "UPDATED 3 OWN_SIDE",
                        "UPDATED 2 OWN_SIDE",
                        "CREATED 1 OWN_SIDE");
        assertThat(told(otherSide, id)).containsExactly("UPDATED 3 PUBLIC", "UPDATED 2 PARTIES", "CREATED 1 PARTIES");
        assertThat(told(anonymous, id)).containsExactly("CREATED 1 PUBLIC");
        assertThat(told(anonymous.as("VN.15", "reader"), id)).containsExactly("CREATED 1 PUBLIC");
        String theirs = otherSide.get(ALL + "/" + id + "/history").response().asString();
        assertThat(theirs).doesNotContain("reserve").doesNotContain("OWN_SIDE");
    }

    @Test
    void pages_go_back_in_time_and_end_with_the_first_version() {
        String id = editor.post(ALL, AgreementMother.ownSide(AgreementMother.code()))
                .expect(201)
                .at("/id");
        for (int i = 2; i <= 7; i++) {
            patch(editor, id, "{\"note\": {\"en\": \"version " + i + "\"}}");
        }
        approver.post(ALL + "/" + id + "/publication", "{\"to\": \"PARTIES\"}").expect(200);
        for (int i = 9; i <= 11; i++) {
            patch(editor, id, "{\"note\": {\"en\": \"version " + i + "\"}}");
        }

        assertThat(versions(editor, id)).containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(versions(otherSide, id)).containsExactly(4L, 3L, 2L, 1L);
        editor.get(ALL + "/" + id + "/history?cursor=abc").expect(400);
    }

    private static List<Long> versions(Api reader, String id) {
        List<Long> versions = new ArrayList<>();
        String next = ALL + "/" + id + "/history?limit=3";
        while (!next.equals("null")) {
            var page = reader.get(next).expect(200);
            page.json()
                    .at("/items")
                    .forEach(item -> versions.add(item.path("version").asLong()));
            next = page.at("/next");
        }
        return versions;
    }

    @Test
    void a_merged_unit_reads_the_history_of_the_one_that_it_succeeded_and_is_named_beside_it() {
        String draft = AgreementMother.ownSide(AgreementMother.code())
                .replace("XA.01", "VN.02")
                .replace("XB.010100", "CN.532600");
        String id = anonymous
                .as("VN.02", "reader", "editor")
                .post(ALL, draft)
                .expect(201)
                .at("/id");
        Api merged = anonymous.as("VN.08", "reader", "editor");
        patch(merged, id, "{\"note\": {\"vi\": \"tiếp tục\"}}");

        List<JsonNode> history = history(merged, id);

        assertThat(history).hasSize(2);
        assertThat(history.get(0).at("/by/region").asText()).isEqualTo("VN.08");
        assertThat(history.get(0).at("/by/party").asText()).isEqualTo("VN.02");
        assertThat(history.get(1).at("/by/region").asText()).isEqualTo("VN.02");
        assertThat(history.get(1).at("/by/party").asText()).isEqualTo("VN.02");
        anonymous.as("VN.15", "reader").get(ALL + "/" + id + "/history").expect(404);
    }

    @Test
    void every_collection_has_it() {
        String programme = ProgrammeMother.code();
        editor.post("/api/v1/programmes", ProgrammeMother.shared(programme)).expect(201);
        String twinning = editor.post("/api/v1/twinnings", TwinningMother.districts())
                .expect(201)
                .header("Location");
        String donation = editor.post("/api/v1/donations", DonationMother.shared("history"))
                .expect(201)
                .header("Location");

        for (String record : new String[] {"/api/v1/programmes/" + programme, twinning, donation}) {
            assertThat(editor.get(record + "/history").expect(200).at("/items/0/op"))
                    .as(record)
                    .isEqualTo("CREATED");
            anonymous.get(record + "/history").expect(404);
            anonymous.bearing(Tokens.operator()).get(record + "/history").expect(404);
        }
        editor.get(ALL + "/no-such-agreement/history").expect(404);
    }
}
