package io.provincelink.exchanges;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static io.provincelink.exchanges.practice.PracticeMother.PRACTICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.practice.PracticeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shares of this service in a search over everything, and in who does what where. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EverythingPartsTest {

    /** What the gateway asks is no part of the contract. */
    private final Api anonymous = Api.unchecked();

    private final Api editor = anonymous.as("XA.01", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");

    /** A word that no other test uses. */
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 7);

    private static JsonNode part(Api reader, String question) {
        return reader.get("/api/v1/" + question).expect(200).json();
    }

    private ObjectNode said(ObjectNode draft, String field) {
        draft.putObject(field).put("en", word);
        return draft.put("visibility", "PARTIES");
    }

    private String created(String collection, ObjectNode draft) {
        return editor.post(collection, draft).expect(201).at("/id");
    }

    @Test
    void records_of_all_types_are_found_by_those_who_see_them() {
        String mechanism = created(MECHANISMS, said(Drafts.mechanism("XA.01", "XB.010100"), "title"));
        String meeting = created(MEETINGS, said(Drafts.meeting("XA.01", "XB.010100", "2016-03-01"), "title"));
        String delegation =
                created(DELEGATIONS, said(Drafts.delegation("XA.01", "XB.010100", "2016-03-01", 2), "purpose"));
        String own = created(
                MEETINGS,
                said(Drafts.meeting("XA.01", "XB.010100", "2016-03-01"), "title")
                        .put("visibility", "OWN_SIDE"));
        String practice = created(PRACTICES, said(PracticeMother.practice("XA.01"), "title"));

        assertThat(found(editor)).containsExactly(practice, own, delegation, meeting, mechanism);
        assertThat(found(otherSide)).containsExactly(delegation, meeting, mechanism);
        assertThat(found(anonymous)).isEmpty();
        assertThat(part(editor, "search-part?q=Secret&limit=200").toString()).doesNotContain("Secret Person");
    }

    private List<String> found(Api reader) {
        List<String> ids = new ArrayList<>();
        part(reader, "search-part?q=" + word).at("/hits").forEach(hit -> {
            assertThat(hit.at("/relevance").asInt()).isEqualTo(100);
            ids.add(hit.at("/record/id").asText());
        });
        return ids;
    }

    @Test
    void activities_stand_in_one_list_newest_first() {
        String mechanism = created(MECHANISMS, said(Drafts.mechanism("XA.01", "XB.010100"), "title"));
        String meeting = created(MEETINGS, said(Drafts.meeting("XA.01", "XB.010100", "2016-03-01"), "title"));
        String delegation =
                created(DELEGATIONS, said(Drafts.delegation("XA.01", "XB.010100", "2016-03-01", 2), "purpose"));

        JsonNode items = part(otherSide, "activity-part?region=XA.01&limit=10").at("/items");

        assertThat(items.findValuesAsText("id")).startsWith(delegation, meeting, mechanism);
        assertThat(items.at("/0/where").toString()).isEqualTo("[\"XB.010100\"]");
        assertThat(items.at("/0/who/1/region").asText()).isEqualTo("XB.010100");
        assertThat(items.at("/1/fields").toString()).isEqualTo("[\"TRADE\"]");
        assertThat(part(anonymous, "activity-part?region=XA.01").toString())
                .doesNotContain(mechanism, meeting, delegation);
    }

    @ParameterizedTest
    @CsvSource({
        "region=XB.010100&field=POVERTY_REDUCTION&period=2018, true",
        "region=XB&types=ADOPTION, true",
        "region=XB.010100&period=2016, false",
        "region=XB.010100&field=TOURISM, false",
        "region=XB.010100&types=MEETING, false",
        // it is done where it is taken up, whoever offers it
        "region=XA.01, false",
    })
    void what_is_taken_up_is_the_adopters_work(String question, boolean has) {
        String practice = PracticeMother.published(anonymous, "XA.01");
        Api adopter = anonymous.as("XB.010100", "editor");
        String adoption = adopter.post(practice + "/adoptions", PracticeMother.adoption("XB.010100"))
                .expect(201)
                .at("/id");

        JsonNode part = part(adopter, "activity-part?" + question);

        assertThat(part.at("/items").findValuesAsText("id").contains(adoption)).isEqualTo(has);
        assertThat(part.at("/works").toString().contains(adoption)).isEqualTo(has);
        if (has) {
            assertThat(part.at("/items/0/title/en").asText()).isEqualTo("Piggy-bank clubs");
            assertThat(part.at("/works/0/worker").asText()).isEqualTo("XB.010100");
        }
        assertThat(part(anonymous, "activity-part?" + question).toString()).doesNotContain(adoption);
    }

    @Test
    void the_questions_must_be_good() {
        anonymous.get("/api/v1/search-part").expect(400);
        anonymous.get("/api/v1/activity-part?region=XA.99").expect(400);
    }
}
