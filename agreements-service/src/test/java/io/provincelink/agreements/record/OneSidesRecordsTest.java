package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.legalact.LegalActMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.povertylist.PovertyListMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the records that one side keeps as it does for those of both: history, partner keys, search, taking back. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OneSidesRecordsTest {

    enum Kind {
        LEGAL_ACT("/api/v1/legal-acts", "QUYET dinh 12/QĐ"),
        ORGANISATION("/api/v1/organisations", "findable aid"),
        PROJECT("/api/v1/assistance-projects", "du an"),
        POVERTY_LIST("/api/v1/poverty-lists", null);

        final String path;
        final String words;

        Kind(String path, String words) {
            this.path = path;
            this.words = words;
        }
    }

    private final Api anonymous = Api.checked();
    // XA.01 of today stands for XA.01 and XA.02 of before the merger
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor", "approver");

    private String draft(Kind kind) {
        String draft =
                switch (kind) {
                    case LEGAL_ACT -> LegalActMother.decision(LegalActMother.code());
                    case ORGANISATION -> OrganisationMother.ngo("Findable Aid");
                    case PROJECT ->
                        AssistanceProjectMother.shared(OrganisationMother.published(anonymous, "Giver"))
                                .replace("\"owner\": {\"region\": \"XA.011\"", "\"owner\": {\"region\": \"XA.01\"");
                    case POVERTY_LIST -> PovertyListMother.districts();
                };
        return draft.replace("\"PARTIES\"", "\"OWN_SIDE\"");
    }

    private Api.Answer created(Kind kind) {
        return editor.post(kind.path, draft(kind)).expect(201);
    }

    @ParameterizedTest
    @EnumSource
    void its_history_is_its_readers_alone(Kind kind) {
        var created = created(kind);
        String address = created.header("Location");
        editor.with("If-Match", created.etag())
                .patch(address, "{\"note\": {\"en\": \"changed\"}}")
                .expect(200);

        JsonNode history = editor.get(address + "/history").expect(200).json();

        assertThat(history.at("/items")).hasSize(2);
        assertThat(history.at("/items/0/changes/0/pointer").asText()).isEqualTo("/note");
        stranger.get(address + "/history").expect(404);
        anonymous.get(address + "/history").expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_partner_hands_it_in_under_its_own_key(Kind kind) {
        String address = kind.path + "/by-external-id/partner/" + UUID.randomUUID();
        String draft = draft(kind);

        var created = editor.put(address, draft).expect(201);
        editor.put(address, draft).expect(428);
        editor.with("If-Match", created.etag()).put(address, draft).expect(200);

        assertThat(editor.get(address).expect(200).at("/id")).isEqualTo(created.at("/id"));
        anonymous.put(address, draft).expect(401);
        anonymous.as("XA.01", "reader").put(address, draft).expect(403);
        stranger.get(address).expect(404);
        assertThat(stranger.put(address, draft).status()).isIn(400, 403);
    }

    @ParameterizedTest
    @EnumSource
    void its_side_takes_it_back(Kind kind) {
        String address = created(kind).header("Location");

        anonymous.with("If-Match", "*").delete(address).expect(401);
        stranger.with("If-Match", "*").delete(address).expect(404);
        anonymous.as("XA.01", "reader").with("If-Match", "*").delete(address).expect(403);
        editor.with("If-Match", "*").delete(address).expect(204);

        editor.get(address).expect(404);
        editor.get(address + "/history").expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void what_everybody_has_read_stays(Kind kind) {
        String address = created(kind).header("Location");
        approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        approver.with("If-Match", "*").delete(address).expect(409);

        anonymous.get(address).expect(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POVERTY_LIST")
    void it_is_found_by_its_words(Kind kind) {
        var created = created(kind);
        String list =
                kind.path + "?limit=200&q=" + kind.words.replace(" ", "%20").replace("Đ", "%C4%90");

        assertThat(editor.get(list).expect(200).json().at("/items").findValuesAsText("id"))
                .contains(created.at("/id"));
        assertThat(stranger.get(list).expect(200).json().at("/items").findValuesAsText("id"))
                .doesNotContain(created.at("/id"));
    }
}
