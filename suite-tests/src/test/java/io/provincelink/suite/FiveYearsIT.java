package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The five years of Hà Giang and Wenshan, 2016–2020, as they would have been kept while they happened: 129 delegations in both directions
 * with 1,506 delegates, the yearly talks, and the questions that both sides ask at the end. Nobody published which delegations these were;
 * they are made up here, and what is made up happens between the fictional province A One (XA.01) and prefecture B One (XB.010100), so
 * that it is never taken for a record of the real two.
 */
@ExtendWith(CountedSuite.class)
class FiveYearsIT {

    private static final String HOME = "XA.01";
    private static final String ABROAD = "XB.010100";
    private static final String BOTH = HOME + "," + ABROAD;
    private static final String YEARS = "2016/2020";
    private static final String SUMMARY = "/api/v1/exchange-summary?region=" + HOME + "&period=" + YEARS + "&groupBy=";
    private static final String PROGRAMME = "/api/v1/programmes/xa-xb-cooperation-2016-2020";

    private static final int DELEGATIONS = 129;
    private static final int DELEGATES = 1506;
    private static final List<String> LEVELS =
            List.of("HIGH", "PROVINCIAL", "DEPARTMENT", "DISTRICT", "COMMUNE", "BORDER_POST");
    private static final List<List<String>> FIELDS =
            List.of(List.of("TRADE"), List.of(), List.of("HEALTH", "AGRICULTURE"), List.of("CULTURE"));

    private static final List<Trip> TRIPS =
            IntStream.range(0, DELEGATIONS).mapToObj(FiveYearsIT::trip).toList();

    /** One delegation. */
    private record Trip(boolean outgoing, LocalDate day, String level, List<String> fields, int size) {}

    /** What one row says. */
    private record Count(long delegations, long delegates) {}

    /** Who sends and who receives. */
    private record Side(Person editor, Person approver) {
        static Side of(RunningSuite suite, String region) {
            return new Side(
                    Person.of(suite, region, "reader", "editor"), Person.of(suite, region, "reader", "approver"));
        }
    }

    private static Trip trip(int i) {
        LocalDate day = LocalDate.of(2016 + i % 5, 1 + i * 5 % 12, 1 + i * 3 % 28);
        // the sizes of the first 128 run eight times through 4 to 19, 1,472 people; the last one is what is left
        int size = i == DELEGATIONS - 1 ? 34 : 4 + i * 7 % 16;
        return new Trip(i % 2 == 0, day, LEVELS.get(i % LEVELS.size()), FIELDS.get(i / 2 % FIELDS.size()), size);
    }

    private final RunningSuite suite;

    FiveYearsIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void five_years_of_two_provinces_are_kept_and_counted() {
        assertThat(TRIPS.stream().mapToInt(Trip::size).sum()).isEqualTo(DELEGATES);
        Side home = Side.of(suite, HOME);
        Side abroad = Side.of(suite, ABROAD);
        theyAgreeOnAProgramme(home.editor());
        theyTravel(home, abroad);
        thisDoesNotCount(home, abroad);
        theyMeetEachYearAndWhatIsNotDoneIsCarriedOver(home.editor(), abroad.editor());

        itAddsUpByWhateverItIsDivided(home.editor());
        theOtherSideSeesItTheOtherWayRound(abroad.editor());
        everybodyElseCountsWhatIsPublic(Person.anybody(suite));
        theIndicatorsAgree(abroad.editor());
        theReviewHasThem(home.editor());
    }

    private static void theyAgreeOnAProgramme(Person editor) {
        editor.post("/api/v1/programmes", """
            {"code": "xa-xb-cooperation-2016-2020", "kind": "BILATERAL", "visibility": "PARTIES",
             "title": {"en": "Cooperation of A One and B One (fictional)"},
             "parties": [{"region": "XA.01"}, {"region": "XB.010100"}], "period": {"from": "2016-01-01", "to": "2020-12-31"},
             "goals": [{"indicator": "delegations", "kind": "TOTAL", "direction": "UP",
                        "target": {"value": 100, "qualifier": "EXACT", "unit": "delegation"}},
                       {"indicator": "delegates", "kind": "TOTAL", "direction": "UP",
                        "target": {"value": 1000, "qualifier": "EXACT", "unit": "person"}}]}
            """).expect(201);
    }

    private static void theyTravel(Side home, Side abroad) {
        for (Trip trip : TRIPS) {
            String path = proposed(trip, home, abroad);
            move(path, receiving(trip, home, abroad).approver(), "{\"to\": \"ACCEPTED\"}");
            move(path, sending(trip, home, abroad).editor(), "{\"to\": \"UNDER_WAY\"}");
            move(path, sending(trip, home, abroad).editor(), """
                {"to": "COMPLETED", "report": {"vi": "Đoàn đã về.", "zh": "代表团已返回。", "en": "All came back."}}
                """);
        }
    }

    private static void thisDoesNotCount(Side home, Side abroad) {
        Trip large = new Trip(true, LocalDate.of(2018, 6, 1), "HIGH", List.of("TRADE"), 1000);
        move(proposed(large, home, abroad), abroad.approver(), "{\"to\": \"DECLINED\"}");
        move(proposed(large, home, abroad), home.editor(), "{\"to\": \"CANCELLED\"}");
        String accepted = proposed(large, home, abroad);
        move(accepted, abroad.approver(), "{\"to\": \"ACCEPTED\"}");
        String brokenOff = proposed(large, home, abroad);
        move(brokenOff, abroad.approver(), "{\"to\": \"ACCEPTED\"}");
        move(brokenOff, home.editor(), "{\"to\": \"UNDER_WAY\"}");
        move(brokenOff, home.editor(), "{\"to\": \"CANCELLED\"}");
    }

    private static Side sending(Trip trip, Side home, Side abroad) {
        return trip.outgoing() ? home : abroad;
    }

    private static Side receiving(Trip trip, Side home, Side abroad) {
        return trip.outgoing() ? abroad : home;
    }

    private static String proposed(Trip trip, Side home, Side abroad) {
        String fields = trip.fields().stream().map(field -> "\"" + field + "\"").collect(Collectors.joining(", "));
        return sending(trip, home, abroad)
                .editor()
                .post("/api/v1/delegations", """
                {"sending": "%s", "receiving": "%s", "level": "%s", "fields": [%s], "size": %d,
                 "purpose": {"en": "A visit (fictional)"}, "period": {"from": "%s", "to": "%s"},
                 "programme": "xa-xb-cooperation-2016-2020"}
                """.formatted(
                                trip.outgoing() ? HOME : ABROAD,
                                trip.outgoing() ? ABROAD : HOME,
                                trip.level(),
                                fields,
                                trip.size(),
                                trip.day(),
                                trip.day().plusDays(2)))
                .expect(201)
                .header("Location");
    }

    private static void move(String path, Person person, String step) {
        person.post(path + "/transitions", step).expect(200);
    }

    /** Talks in the second quarter: held in three years, in one somebody said that they were not, of the last nobody recorded anything. */
    private static void theyMeetEachYearAndWhatIsNotDoneIsCarriedOver(Person editor, Person other) {
        String mechanism = editor.post("/api/v1/mechanisms", """
            {"title": {"en": "Yearly talks (fictional)"}, "kind": "TALKS", "level": "PROVINCIAL", "visibility": "PARTIES",
             "parties": [{"region": "XA.01"}, {"region": "XB.010100"}], "since": "2016-01-01",
             "recurrence": "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1", "window": "P3M"}
            """).expect(201).header("Location");
        String first = talks(editor, mechanism, 2016, "HELD", "CARRIED_OVER");
        String second = talks(editor, mechanism, 2017, "HELD", "DONE");
        talks(editor, mechanism, 2018, "HELD", "DONE");
        talks(editor, mechanism, 2019, "CANCELLED", "OPEN");

        JsonNode kept =
                other.get(mechanism + "/compliance?period=" + YEARS).expect(200).json();

        assertThat(List.of("due", "held", "notHeld", "noRecord"))
                .extracting(count -> kept.path(count).asInt(-1))
                .containsExactly(5, 3, 1, 1);
        assertThat(outcome(other, first)).isEqualTo("CARRIED_OVER");
        assertThat(outcome(other, second)).isEqualTo("DONE");
    }

    private static String talks(Person editor, String mechanism, int year, String status, String outcome) {
        return editor.post("/api/v1/meetings", """
            {"title": {"en": "Talks of %1$d (fictional)"}, "kind": "TALKS", "level": "HIGH", "visibility": "PARTIES",
             "parties": [{"region": "XA.01"}, {"region": "XB.010100"}], "start": {"on": "%1$d-05-10"}, "format": "ON_SITE",
             "status": "%2$s", "mechanism": "%3$s",
             "outcomes": [{"what": {"en": "Open the new road"}, "owner": "XA.01", "due": "2017-12-31", "status": "%4$s"}]}
            """.formatted(
                                year, status, mechanism.substring(mechanism.lastIndexOf('/') + 1), outcome))
                .expect(201)
                .header("Location");
    }

    private static String outcome(Person person, String meeting) {
        return person.get(meeting).expect(200).json().at("/outcomes/0/status").asText();
    }

    /** The rows that the trips make, by the values of their keys. */
    private static Map<String, Count> expected(List<Trip> trips, List<String> groupBy) {
        Map<String, Count> rows = new HashMap<>();
        for (Trip trip : trips) {
            boolean byField = groupBy.contains("field") && !trip.fields().isEmpty();
            for (String field : byField ? trip.fields() : List.of("-")) {
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

    /** Rows with meetings alone, which the summary counts beside, are no delegations. */
    private static Map<String, Count> told(JsonNode summary, List<String> groupBy) {
        Map<String, Count> rows = new HashMap<>();
        for (JsonNode row : summary.at("/rows")) {
            String key = groupBy.stream()
                    .map(grouping -> row.path(grouping).asText("-"))
                    .collect(Collectors.joining(" "));
            if (count(row).delegations() > 0) {
                rows.put(key, count(row));
            }
        }
        return rows;
    }

    private static Count count(JsonNode row) {
        return new Count(row.at("/delegations").asLong(-1), row.at("/delegates").asLong(-1));
    }

    private static void itAddsUpByWhateverItIsDivided(Person person) {
        List<String> keys = List.of("year", "level", "field", "direction");
        for (int chosen = 1; chosen < 1 << keys.size(); chosen++) {
            int bits = chosen;
            List<String> groupBy = IntStream.range(0, keys.size())
                    .filter(bit -> (bits & 1 << bit) != 0)
                    .mapToObj(keys::get)
                    .toList();

            JsonNode summary =
                    person.get(SUMMARY + String.join(",", groupBy)).expect(200).json();

            assertThat(told(summary, groupBy)).as(groupBy.toString()).isEqualTo(expected(TRIPS, groupBy));
            assertThat(count(summary.at("/total"))).isEqualTo(new Count(DELEGATIONS, DELEGATES));
            if (!groupBy.contains("field")) {
                assertThat(told(summary, groupBy).values().stream()
                                .mapToLong(Count::delegates)
                                .sum())
                        .as(groupBy.toString())
                        .isEqualTo(DELEGATES);
            }
        }
    }

    private static void theOtherSideSeesItTheOtherWayRound(Person other) {
        JsonNode summary = other.get("/api/v1/exchange-summary?groupBy=direction&region=" + ABROAD + "&period=" + YEARS)
                .expect(200)
                .json();
        Map<String, Count> home = expected(TRIPS, List.of("direction"));
        assertThat(told(summary, List.of("direction")))
                .isEqualTo(Map.of("OUTGOING", home.get("INCOMING"), "INCOMING", home.get("OUTGOING")));
    }

    /** What posts on the border do stays between the parties. */
    private static void everybodyElseCountsWhatIsPublic(Person anybody) {
        List<Trip> open = TRIPS.stream()
                .filter(trip -> !trip.level().equals("BORDER_POST"))
                .toList();
        JsonNode summary = anybody.get(SUMMARY + "level").expect(200).json();
        assertThat(told(summary, List.of("level"))).isEqualTo(expected(open, List.of("level")));
    }

    private static void theIndicatorsAgree(Person person) {
        String of = "&parties=" + BOTH + "&period=" + YEARS;
        assertThat(recorded(person, "delegations" + of)).isEqualTo(DELEGATIONS);
        assertThat(recorded(person, "delegates" + of)).isEqualTo(DELEGATES);
        assertThat(recorded(person, "mechanism-sessions" + of)).isEqualTo(3);
    }

    private static long recorded(Person person, String question) {
        return person.get("/api/v1/observations?indicator=" + question)
                .expect(200)
                .json()
                .at("/recorded/figure/value")
                .asLong();
    }

    private static void theReviewHasThem(Person person) {
        JsonNode review = person.get(PROGRAMME + "/review").expect(200).json();
        Map<String, Long> recorded = new HashMap<>();
        review.at("/results")
                .forEach(result -> recorded.put(
                        result.at("/indicator").asText(),
                        result.at("/recorded/figure/value").asLong()));
        assertThat(recorded).containsEntry("delegations", (long) DELEGATIONS).containsEntry("delegates", (long)
                DELEGATES);
        assertThat(review.at("/mechanisms/0/due").asInt()).isEqualTo(5);
        assertThat(review.at("/mechanisms/0/held").asInt()).isEqualTo(3);
    }
}
