package io.provincelink.exchanges.summary;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.summary.FiveYears.ABROAD;
import static io.provincelink.exchanges.summary.FiveYears.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.exchanges.summary.FiveYears.Trip;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five years of two provinces, in years in which no other test travels: whichever way they are counted, they add up. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiveYearsTest {

    private static final int FIRST = 1986;
    private static final String YEARS = FIRST + "/" + (FIRST + 4);
    private static final String SUMMARY = "/api/v1/exchange-summary?period=" + YEARS + "&region=" + HOME;

    private static final List<Trip> TRIPS = FiveYears.beginning(FIRST);

    private final Api anonymous = Api.checked();
    private final Api side = anonymous.as(HOME, "reader");

    /** What one row says. */
    private record Count(long delegations, long delegates) {}

    private boolean travelled;

    /** Once; before the first test of a class the service is not there yet. */
    @BeforeEach
    void travel() {
        if (travelled) {
            return;
        }
        travelled = true;
        for (Trip trip : TRIPS) {
            move(trip, "ACCEPTED", "UNDER_WAY", "COMPLETED");
        }
        Trip large = new Trip(true, TRIPS.get(0).day(), "HIGH", List.of("TRADE"), 1000);
        move(large, "DECLINED");
        move(large, "CANCELLED");
        move(large, "ACCEPTED");
        move(large, "ACCEPTED", "CANCELLED");
        move(large, "ACCEPTED", "UNDER_WAY");
        move(large, "ACCEPTED", "UNDER_WAY", "CANCELLED");
    }

    /** The other side answers, the own side goes on. */
    private void move(Trip trip, String... steps) {
        Api editor = anonymous.as(trip.sending(), "editor");
        Api approver = anonymous.as(trip.receiving(), "approver");
        String path = String.valueOf(
                editor.post(DELEGATIONS, trip.draft()).expect(201).header("Location"));
        for (String step : steps) {
            boolean answer = step.equals("ACCEPTED") || step.equals("DECLINED");
            String report = step.equals("COMPLETED") ? ", \"report\": {\"en\": \"All came back\"}" : "";
            (answer ? approver : editor)
                    .post(path + "/transitions", "{\"to\": \"" + step + "\"" + report + "}")
                    .expect(200);
        }
    }

    /** The rows that the plan makes, by the values of their keys. */
    private static Map<String, Count> planned(List<Trip> trips, List<String> groupBy) {
        Map<String, Count> rows = new HashMap<>();
        for (Trip trip : trips) {
            List<String> fields = trip.fields().isEmpty() || !groupBy.contains("field") ? List.of("-") : trip.fields();
            for (String field : fields) {
                String key = groupBy.stream()
                        .map(grouping -> switch (grouping) {
                            case "year" -> String.valueOf(trip.day().getYear());
                            case "level" -> trip.level();
                            case "field" -> field;
                            default -> trip.outgoing() ? "OUTGOING" : "INCOMING";
                        })
                        .collect(Collectors.joining(" "));
                rows.merge(
                        key,
                        new Count(1, trip.size()),
                        (a, b) -> new Count(a.delegations() + b.delegations(), a.delegates() + b.delegates()));
            }
        }
        return rows;
    }

    private static Map<String, Count> told(JsonNode summary, List<String> groupBy) {
        Map<String, Count> rows = new HashMap<>();
        for (JsonNode row : summary.at("/rows")) {
            String key = groupBy.stream()
                    .map(grouping -> row.path(grouping).asText("-"))
                    .collect(Collectors.joining(" "));
            assertThat(rows.put(key, count(row))).as(key + " stands once").isNull();
        }
        return rows;
    }

    private static Count count(JsonNode row) {
        return new Count(row.at("/delegations").asLong(-1), row.at("/delegates").asLong(-1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year",
                "level",
                "field",
                "direction",
                "year,level",
                "field,year",
                "direction,year",
                "level,field",
                "direction,level",
                "field,direction",
                "level,year,field",
                "year,level,direction",
                "direction,field,year",
                "field,level,direction",
                "direction,field,level,year",
            })
    void it_adds_up_by_whatever_it_is_divided(String groupBy) {
        List<String> keys = List.of(groupBy.split(","));

        JsonNode summary = side.get(SUMMARY + "&groupBy=" + groupBy).expect(200).json();

        assertThat(told(summary, keys)).isEqualTo(planned(TRIPS, keys));
        assertThat(count(summary.at("/total"))).isEqualTo(new Count(FiveYears.DELEGATIONS, FiveYears.DELEGATES));
        assertThat(summary.at("/overlapping").asBoolean()).isEqualTo(keys.contains("field"));
        assertThat(summary.at("/truncated").asBoolean()).isFalse();
        if (!keys.contains("field")) {
            assertThat(told(summary, keys).values().stream()
                            .mapToLong(Count::delegations)
                            .sum())
                    .isEqualTo(FiveYears.DELEGATIONS);
            assertThat(told(summary, keys).values().stream()
                            .mapToLong(Count::delegates)
                            .sum())
                    .isEqualTo(FiveYears.DELEGATES);
        }
    }

    @Test
    void the_plan_is_129_delegations_with_1506_delegates() {
        assertThat(TRIPS).hasSize(129);
        assertThat(TRIPS.stream().mapToInt(Trip::size).sum()).isEqualTo(1506);
        assertThat(TRIPS).allMatch(trip -> trip.size() > 0);
        assertThat(TRIPS.stream().filter(Trip::outgoing)).hasSize(65);
    }

    @Test
    void each_year_and_each_side_of_it_adds_up() {
        List<Count> years = new ArrayList<>();
        for (int year = FIRST; year < FIRST + 5; year++) {
            JsonNode summary = side.get("/api/v1/exchange-summary?parties=" + ABROAD + "," + HOME + "&period=" + year)
                    .expect(200)
                    .json();
            assertThat(summary.at("/rows")).isEmpty();
            years.add(count(summary.at("/total")));
        }

        assertThat(years.stream().mapToLong(Count::delegations).sum()).isEqualTo(129);
        assertThat(years.stream().mapToLong(Count::delegates).sum()).isEqualTo(1506);
    }

    @Test
    void the_other_side_sees_the_same_the_other_way_round() {
        JsonNode there = anonymous
                .as(ABROAD, "reader")
                .get("/api/v1/exchange-summary?groupBy=direction&region=" + ABROAD + "&period=" + YEARS)
                .expect(200)
                .json();

        Map<String, Count> here = planned(TRIPS, List.of("direction"));
        assertThat(told(there, List.of("direction")))
                .containsEntry("OUTGOING", here.get("INCOMING"))
                .containsEntry("INCOMING", here.get("OUTGOING"))
                .hasSize(2);
    }

    @Test
    void what_is_recorded_of_the_indicators_agrees() {
        String of = "&parties=" + HOME + "," + ABROAD + "&period=" + YEARS;

        assertThat(recorded("delegations" + of)).isEqualTo(129);
        assertThat(recorded("delegates" + of)).isEqualTo(1506);
    }

    private long recorded(String question) {
        return side.get("/api/v1/observations?indicator=" + question)
                .expect(200)
                .json()
                .at("/recorded/figure/value")
                .asLong();
    }

    @Test
    void others_count_what_everybody_may_see() {
        List<Trip> open = TRIPS.stream()
                .filter(trip -> !trip.level().equals("BORDER_POST"))
                .toList();

        for (Api other : List.of(anonymous, anonymous.as("VN.15", "reader"), anonymous.as(HOME))) {
            JsonNode summary = other.get(SUMMARY + "&groupBy=level").expect(200).json();

            assertThat(told(summary, List.of("level"))).isEqualTo(planned(open, List.of("level")));
            assertThat(count(summary.at("/total")))
                    .isEqualTo(new Count(
                            open.size(), open.stream().mapToInt(Trip::size).sum()));
        }
    }
}
