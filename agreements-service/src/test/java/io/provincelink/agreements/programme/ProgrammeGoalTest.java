package io.provincelink.agreements.programme;

import static io.provincelink.agreements.programme.ProgrammeMother.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.http.ETag;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProgrammeGoalTest {

    private static final String ALL = "/api/v1/programmes";

    private final Api editor = Api.checked().as("XA.01", "reader", "editor");

    private Api.Answer created(String draft) {
        return editor.post(ALL, draft).expect(201);
    }

    private String patched(Api.Answer programme, String patch) {
        return editor.with("If-Match", programme.etag())
                .patch(programme.header("Location"), patch)
                .expect(200)
                .response()
                .asString();
    }

    @Test
    void rates_shares_and_totals_are_kept_as_they_were_agreed() {
        var goals =
                created(ProgrammeMother.poverty(ProgrammeMother.code())).json().at("/goals");

        assertThat(goals.at("/0/kind").asText()).isEqualTo("YEARLY_CHANGE");
        assertThat(goals.at("/0/direction").asText()).isEqualTo("DOWN");
        assertThat(goals.at("/0/target").toString())
                .isEqualTo("{\"value\":1,\"qualifier\":\"RANGE\",\"unit\":\"percentage-point\",\"upper\":1.5}");
        assertThat(goals.at("/1/kind").asText()).isEqualTo("SHARE");
        assertThat(goals.at("/1/baseline/value").asInt(-1)).isZero();
        assertThat(goals.at("/2/target/qualifier").asText()).isEqualTo("OVER");
    }

    @Test
    void goals_that_cannot_be_measured_are_refused_all_at_once() {
        String draft = ProgrammeMother.poverty(ProgrammeMother.code())
                .replace("\"unit\": \"percentage-point\"", "\"unit\": \"USD\"")
                .replace("\"value\": 30", "\"value\": 130")
                .replace("\"unit\": \"grant\"", "\"unit\": \"kg\"")
                .replace("\"doneOn\": \"2017-05-02\"", "\"doneOn\": \"2999-01-01\"");

        var refused = editor.post(ALL, draft).expect(400);

        assertThat(refused.response().asString())
                .contains("\"pointer\":\"/goals/0/target/unit\",\"code\":\"wrong-unit\"")
                .contains("\"pointer\":\"/goals/1/target/value\",\"code\":\"out-of-range\"")
                .contains("\"pointer\":\"/goals/2/target/unit\",\"code\":\"wrong-unit\"")
                .contains("\"pointer\":\"/milestones/0/doneOn\",\"code\":\"after\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"grants\" | \"no-such-indicator\" | /goals/2/indicator | unknown-indicator",
                // of other services, which publish what they are counted in
                "\"grants\" | \"delegates\"         | /goals/2/target/unit | wrong-unit",
                "\"grants\" | \"trade-turnover\"    | /goals/2/target/unit | wrong-unit",
            })
    void a_goal_is_of_what_a_service_counts_in_the_unit_in_which_it_counts(
            String replaced, String by, String pointer, String code) {
        String draft = ProgrammeMother.poverty(ProgrammeMother.code());

        var refused = editor.post(ALL, draft.replace(replaced, by)).expect(400);

        assertThat(refused.json().at("/violations")).hasSize(1);
        assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/violations/0/code")).isEqualTo(code);
        if (code.equals("unknown-indicator")) {
            assertThat(refused.at("/violations/0/message"))
                    .contains("poverty-rate", "trade-turnover", "high-level-meetings");
        }
        editor.post(
                        ALL,
                        draft.replace("\"grants\"", "\"delegates\"")
                                .replace("\"unit\": \"grant\"", "\"unit\": \"person\""))
                .expect(201);
    }

    @Test
    void goals_and_milestones_sent_back_without_ids_keep_theirs() {
        var created = created(ProgrammeMother.poverty(ProgrammeMother.code()));
        String rate = created.at("/goals/0/id");
        String water = created.at("/milestones/1/id");

        String patched = patched(created, """
            {"goals": [{"indicator": "hard-communes-share", "kind": "SHARE", "direction": "UP"},
                       {"indicator": "poverty-rate", "kind": "YEARLY_CHANGE", "direction": "DOWN",
                        "target": {"value": 1, "upper": 1.5, "qualifier": "RANGE", "unit": "percentage-point"}}],
             "milestones": [{"title": {"en": "Water for the last villages"}, "due": "2019-06-30"}]}
            """);

        assertThat(patched)
                .contains("\"id\":\"" + rate + "\",\"indicator\":\"poverty-rate\"")
                .contains(water);
        assertThat(patched).doesNotContain(created.at("/goals/1/id"));
    }

    @Test
    void the_same_id_twice_is_refused() {
        String id = UUID.randomUUID().toString();
        String draft = ProgrammeMother.poverty(ProgrammeMother.code())
                .replace("{\"indicator\"", "{\"id\": \"" + id + "\", \"indicator\"")
                .replace("{\"title\": {\"en\"", "{\"id\": \"" + id + "\", \"title\": {\"en\"");

        assertThat(editor.post(ALL, draft).expect(400).response().asString())
                .contains("\"pointer\":\"/goals/1/id\",\"code\":\"same-id-twice\"")
                .contains("\"pointer\":\"/goals/2/id\",\"code\":\"same-id-twice\"")
                .contains("\"pointer\":\"/milestones/1/id\",\"code\":\"same-id-twice\"");
    }

    @Test
    void a_late_milestone_is_found_by_the_list_and_a_done_one_is_not() {
        String system = "s-" + UUID.randomUUID();
        var created = created(with(
                ProgrammeMother.poverty(ProgrammeMother.code()),
                "\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}]"));
        String mine = ALL + "?externalId=" + system + ":1";

        for (String hit : new String[] {"&late=true", "&lateOn=2019-07-01"}) {
            assertThat(editor.get(mine + hit).expect(200).json().at("/items"))
                    .as(hit)
                    .hasSize(1);
        }
        for (String miss : new String[] {"&late=false", "&lateOn=2019-06-30"}) {
            assertThat(editor.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        patched(created, """
            {"milestones": [{"title": {"en": "Water for the last villages"}, "due": "2019-06-30", "doneOn": "2019-07-15"}]}
            """);
        assertThat(editor.get(mine + "&late=true").expect(200).json().at("/items"))
                .isEmpty();
        assertThat(editor.get(mine + "&late=false").expect(200).json().at("/items"))
                .hasSize(1);
    }

    @Test
    void the_other_sides_late_draft_is_not_found() {
        String system = "s-" + UUID.randomUUID();
        created(with(
                ProgrammeMother.ownSide(ProgrammeMother.code()),
                "\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}]"));
        String late = ALL + "?late=true&externalId=" + system + ":1";

        assertThat(editor.get(late).expect(200).json().at("/items")).hasSize(1);
        for (Api other : new Api[] {Api.checked(), Api.checked().as("XB.010100", "reader")}) {
            assertThat(other.get(late).expect(200).json().at("/items")).isEmpty();
        }
    }

    @Test
    void the_tag_of_a_programme_has_the_day_in_it() {
        String address =
                created(ProgrammeMother.poverty(ProgrammeMother.code())).header("Location");
        String contract = ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.info-version", String.class);
        LocalDate before = LocalDate.now(Today.ZONE);

        String tag = editor.get(address).etag();

        // midnight may have passed between the two; the client asks for gzip
        assertThat(tag)
                .isIn(Stream.of(before, before.plusDays(1))
                        .map(day -> ETag.of(0, contract, List.of("gzip;"), new Object[] {day})
                                .toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"late=maybe, ?late", "lateOn=soon, ?lateOn", "lateOn=2021-02-30, ?lateOn"})
    void a_filter_that_cannot_be_read_is_400(String filter, String pointer) {
        assertThat(editor.get(ALL + "?" + filter).expect(400).at("/violations/0/pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void criteria_of_the_levels_are_kept_also_where_nobody_published_them() {
        var created = created(with(ProgrammeMother.poverty(ProgrammeMother.code()), """
            "criteria": [{"level": "COMMUNE", "title": {"vi": "Bộ tiêu chí cấp xã"}},
                         {"level": "PROVINCE", "title": {"en": "Basic criteria"}, "items": [{"en": "No makeshift houses"}]}]
            """));

        assertThat(created.json().at("/criteria/0").toString())
                .isEqualTo("{\"level\":\"COMMUNE\",\"title\":{\"vi\":\"Bộ tiêu chí cấp xã\"},\"items\":[]}");
        assertThat(created.at("/criteria/1/items/0/en")).isEqualTo("No makeshift houses");
    }

    @Test
    void a_programme_of_another_kind_has_no_criteria() {
        String draft = with(
                ProgrammeMother.shared(ProgrammeMother.code()),
                "\"criteria\": [{\"level\": \"COMMUNE\", \"title\": {\"en\": \"Criteria\"}}]");

        assertThat(editor.post(ALL, draft).expect(400).response().asString())
                .contains("\"pointer\":\"/criteria\",\"code\":\"only-for\"");
    }
}
