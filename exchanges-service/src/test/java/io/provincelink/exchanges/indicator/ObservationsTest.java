package io.provincelink.exchanges.indicator;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Drafts;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.record.observation.IndicatorBook;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test counts in a year of its own. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ObservationsTest {

    private static final String PUBLISHED = """
            {"parties": ["XA.01", "XB.010100"], "periodAsPublished": "some years",
             "figure": {"value": 15, "qualifier": "OVER", "unit": "meeting"},
             "source": {"title": {"en": "Test"}, "publisher": "Test", "publishedOn": "2021-05-26"}}
            """;

    @Inject
    IndicatorBook book;

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "approver");

    @Test
    void the_indicators_stand_in_their_order_with_three_titles() {
        var items = anonymous.get("/api/v1/indicators").expect(200).json().at("/items");

        assertThat(items.findValuesAsText("code"))
                .containsExactly("high-level-meetings", "delegations", "delegates", "mechanism-sessions");
        assertThat(items.findValuesAsText("unit")).containsExactly("meeting", "delegation", "person", "session");
        assertThat(items.at("/0/title").toString())
                .isEqualTo("{\"vi\":\"Cuộc làm việc, tiếp xúc cấp cao\",\"zh\":\"高层会晤\","
                        + "\"en\":\"High-level working meetings and contacts\"}");
    }

    @Test
    void only_held_meetings_of_the_leaders_in_the_period_count_as_such() {
        meeting("1991-01-01", "HIGH", "HELD", "XB.010100");
        meeting("1991-12-31", "HIGH", "HELD", "XB.010101");
        meeting("1991-06-01", "HIGH", "PLANNED", "XB.010100");
        meeting("1991-06-01", "DEPARTMENT", "HELD", "XB.010100");
        meeting("1992-01-01", "HIGH", "HELD", "XB.010100");

        assertThat(recorded(otherSide, "high-level-meetings", "1991")).isEqualTo("2 meeting");
        assertThat(recorded(anonymous, "high-level-meetings", "1991")).isEqualTo("0 meeting");
    }

    @Test
    void only_held_meetings_of_a_mechanism_count_as_its_sessions() {
        String mechanism = editor.post(
                        MECHANISMS, Drafts.mechanism("XA.01", "XB.010100").put("since", "1990-01-01"))
                .expect(201)
                .at("/id");
        var session = Drafts.meeting("XA.01", "XB.010100", "1993-08-01").put("mechanism", mechanism);
        editor.post(MEETINGS, session).expect(201);
        editor.post(MEETINGS, session.deepCopy().put("status", "CANCELLED")).expect(201);
        meeting("1993-08-02", "HIGH", "HELD", "XB.010100");

        assertThat(recorded(editor, "mechanism-sessions", "1993")).isEqualTo("1 session");
        // the session is a draft of the other side
        assertThat(recorded(otherSide, "mechanism-sessions", "1993")).isEqualTo("0 session");
    }

    @Test
    void only_delegations_that_came_back_count_with_their_people() {
        complete("1994-03-01", 12, "XA.01", "XB.010100");
        complete("1994-12-31", 30, "XA.01", "XB.010101");
        complete("1993-12-31", 500, "XA.01", "XB.010100");
        editor.post(DELEGATIONS, Drafts.delegation("XA.01", "XB.010100", "1994-04-01", 7))
                .expect(201);

        assertThat(recorded(anonymous, "delegations", "1994")).isEqualTo("2 delegation");
        assertThat(recorded(anonymous, "delegates", "1994")).isEqualTo("42 person");
        assertThat(recorded(anonymous, "delegates", "1995")).isEqualTo("0 person");
    }

    @Test
    void nothing_is_counted_for_one_party_alone() {
        complete("1997-03-01", 12, "XA.01", "XB.010100");

        var alone = editor.get("/api/v1/observations?indicator=delegates&parties=XA.01&period=1997")
                .expect(200)
                .json();

        assertThat(recorded(editor, "delegates", "1997")).isEqualTo("12 person");
        assertThat(alone.path("recorded").isObject()).isFalse();
        assertThat(book.count(anybody(), new Cooperation(List.of("XA.01"), Period.years(1997, 1997))))
                .isEmpty();
    }

    @Test
    void what_somebody_published_stands_beside_what_was_counted() {
        String path = "/api/v1/observations?indicator=high-level-meetings";

        var created = editor.post(path, PUBLISHED).expect(201);
        var answer = anonymous
                .get(path + "&parties=XA.01,XB.010100&period=1996")
                .expect(200)
                .json();

        assertThat(answer.at("/recorded/figure/value").asInt()).isZero();
        anonymous.get(String.valueOf(created.header("Location"))).expect(200);
        assertThat(anonymous
                        .get(path + "&parties=XA.01,XB.010100")
                        .expect(200)
                        .json()
                        .at("/published/0/figure/qualifier")
                        .asText())
                .isEqualTo("OVER");
    }

    @Test
    void a_figure_is_taken_from_an_editor_or_statistician_of_a_party_in_the_indicators_unit() {
        String path = "/api/v1/observations?indicator=high-level-meetings";

        anonymous.post(path, PUBLISHED).expect(401);
        anonymous
                .bearing(Tokens.unsigned("XA.01", "editor"))
                .post(path, PUBLISHED)
                .expect(401);
        otherSide.post(path, PUBLISHED).expect(403);
        anonymous.as("VN.15", "editor").post(path, PUBLISHED).expect(403);
        anonymous.as("XB.010100", "statistician").post(path, PUBLISHED).expect(201);
        editor.post(path, PUBLISHED.replace("\"meeting\"", "\"person\"")).expect(400);
        editor.post("/api/v1/observations?indicator=trade-turnover", PUBLISHED).expect(400);
        anonymous.get("/api/v1/observations?indicator=x&parties=XA.01").expect(400);
        anonymous.get("/api/v1/observations?indicator=delegates").expect(400);
        anonymous
                .get("/api/v1/observations/" + UUID.randomUUID() + "?indicator=delegates")
                .expect(404);
    }

    @Test
    void a_wrong_figure_is_corrected_by_its_own_side_and_found_by_its_key() {
        String key = "/by-external-id/stat.xa/" + UUID.randomUUID() + "?indicator=high-level-meetings";
        var figure = editor.put("/api/v1/observations" + key, PUBLISHED).expect(201);
        String address = String.valueOf(figure.header("Location"));
        String patch = "{\"scopeNote\": {\"en\": \"Without the talks by telephone\"}}";

        anonymous
                .as("XB.010100", "editor")
                .with("If-Match", "*")
                .patch(address, patch)
                .expect(403);
        editor.patch(address, patch).expect(428);
        var corrected =
                editor.with("If-Match", figure.etag()).patch(address, patch).expect(200);

        assertThat(anonymous.get("/api/v1/observations" + key).expect(200).json())
                .isEqualTo(corrected.json());
        assertThat(anonymous.get(address.replace("?", "/history?")).expect(200).at("/items/0/changes/0/pointer"))
                .isEqualTo("/scopeNote");
        editor.with("If-Match", "*").delete(address).expect(403);
        anonymous.as("XA.01", "approver").with("If-Match", "*").delete(address).expect(204);
        anonymous.get(address).expect(404);
    }

    private static Caller anybody() {
        return new Caller("tests", "nobody", null, null, Set.of(), Regions.load(), LocalDate.of(2021, 1, 1));
    }

    private void meeting(String day, String level, String status, String other) {
        editor.post(
                        MEETINGS,
                        Drafts.meeting("XA.01", other, day)
                                .put("level", level)
                                .put("status", status)
                                .put("visibility", "PARTIES"))
                .expect(201);
    }

    private void complete(String day, int size, String sending, String receiving) {
        String path = DELEGATIONS + "/"
                + editor.post(DELEGATIONS, Drafts.delegation(sending, receiving, day, size))
                        .expect(201)
                        .at("/id")
                + "/transitions";
        anonymous.as(receiving, "approver").post(path, "{\"to\": \"ACCEPTED\"}").expect(200);
        editor.post(path, "{\"to\": \"UNDER_WAY\"}").expect(200);
        editor.post(path, "{\"to\": \"COMPLETED\", \"report\": {\"en\": \"Done\"}}")
                .expect(200);
    }

    private static String recorded(Api reader, String indicator, String period) {
        var answer = reader.get(
                        "/api/v1/observations?indicator=" + indicator + "&parties=XA.01,XB.010100&period=" + period)
                .expect(200);
        return answer.at("/recorded/figure/value") + " " + answer.at("/recorded/figure/unit");
    }
}
