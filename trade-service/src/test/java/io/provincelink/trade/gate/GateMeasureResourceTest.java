package io.provincelink.trade.gate;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.gate;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class GateMeasureResourceTest {

    private static final String GATES = "/api/v1/gates/";

    private final Api api = Api.checked();
    private final Api here = api.as("XA.01", "editor");
    private final Api there = api.as("XB.010100", "editor");

    @Test
    void a_side_records_what_it_does_and_everybody_reads_it() {
        String measures = gateWith("measured");
        var created = here.post(measures, closed("2020-01-31", "2020-02-09")).expect(201);

        var read = api.get(created.header("Location")).expect(200);

        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.at("/gate")).isEqualTo("measured");
        assertThat(read.at("/side")).isEqualTo("XA.01101");
        assertThat(read.at("/period/to")).isEqualTo("2020-02-09");
        assertThat(read.at("/source/publisher")).isEqualTo("Nobody");
        api.with("If-None-Match", read.etag()).get(created.header("Location")).expect(304);
        api.get(measures + "/" + UUID.randomUUID()).expect(404);
        api.get(GATES + "nowhere/measures").expect(404);
    }

    @Test
    void no_side_speaks_for_the_other() {
        String measures = gateWith("own-side");
        var draft = closed("2020-01-31", null);

        api.post(measures, draft).expect(401);
        api.as("XA.01", "reader").post(measures, draft).expect(403);
        api.as("XA.01", "statistician").post(measures, draft).expect(403);
        api.as("VN.15", "editor").post(measures, draft).expect(403);
        api.bearing(Tokens.operator()).post(measures, draft).expect(403);
        assertThat(there.post(measures, draft).expect(403).at("/type")).endsWith("not-your-party");
        here.post(measures, with(draft, "side", "XB.010101")).expect(403);
        assertThat(items(measures)).isEmpty();
        there.post(measures, with(draft, "side", "XB.010101")).expect(201);
    }

    @Test
    void a_measure_is_changed_by_its_own_side_in_the_gates_version() {
        String measures = gateWith("ended");
        String address =
                here.post(measures, closed("2020-01-31", null)).expect(201).header("Location");
        String etag = api.get(address).expect(200).etag();
        var end = Map.of("period", Map.of("from", "2020-01-31", "to", "2020-02-09"));

        here.patch(address, end).expect(428);
        api.with("If-Match", etag).patch(address, end).expect(401);
        there.with("If-Match", etag).patch(address, end).expect(403);
        here.with("If-Match", etag).patch(address, Map.of("side", "XB.010101")).expect(403);
        here.with("If-Match", etag)
                .patch(measures + "/" + UUID.randomUUID(), end)
                .expect(404);
        var ended = here.with("If-Match", etag).patch(address, end).expect(200);

        assertThat(ended.at("/period/from")).isEqualTo("2020-01-31");
        assertThat(ended.at("/period/to")).isEqualTo("2020-02-09");
        assertThat(ended.etag()).isNotEqualTo(etag);
        here.with("If-Match", etag).patch(address, end).expect(412);
    }

    @Test
    void a_change_of_a_measure_is_one_of_its_gate() {
        String measures = gateWith("versions");
        String before = api.get(GATES + "versions").expect(200).etag();
        var created = here.post(measures, closed("2020-01-31", null)).expect(201);
        String after = api.get(GATES + "versions").expect(200).etag();

        var unchanged = here.with("If-Match", created.etag())
                .patch(created.header("Location"), Map.of("kind", "CLOSED"))
                .expect(200);

        assertThat(after).isNotEqualTo(before);
        assertThat(unchanged.etag()).isEqualTo(created.etag());
        here.with("If-Match", before)
                .patch(GATES + "versions", Map.of("kind", "OPENING"))
                .expect(412);
        assertThat(api.get(GATES + "versions/history").expect(200).json().findValuesAsText("pointer"))
                .anySatisfy(pointer -> assertThat(pointer).startsWith("/measures"));
    }

    @Test
    void the_same_id_or_key_again_makes_no_second_measure() {
        String measures = gateWith("once");
        var draft = with(closed("2020-01-31", null), "id", UUID.randomUUID().toString());
        var first = here.post(measures, draft).expect(201);
        Api keyed = here.with("Idempotency-Key", "measure-1");
        var quota = quota(null);

        assertThat(here.post(measures, draft).expect(409).header("Location")).isEqualTo(first.header("Location"));
        var once = keyed.post(measures, quota).expect(201);
        assertThat(keyed.post(measures, quota).expect(201).at("/id")).isEqualTo(once.at("/id"));
        assertThat(items(measures)).hasSize(2);
    }

    @Test
    void the_measures_that_began_last_come_first_and_page_by_page() {
        String measures = gateWith("listed-measures");
        here.post(measures, closed("2020-01-31", "2020-02-09")).expect(201);
        here.post(measures, with(closed("2020-02-10", null), "kind", "RESTRICTED"))
                .expect(201);
        there.post(measures, hours("XB.010101", "2019-01-01", time("MONDAY", "08:00", "18:00")))
                .expect(201);
        there.post(measures, quota(null)).expect(201);

        assertThat(kinds(measures)).containsExactly("RESTRICTED", "CLOSED", "QUOTA", "HOURS");
        assertThat(kinds(measures + "?on=2020-02-05")).containsExactly("CLOSED", "QUOTA", "HOURS");
        assertThat(kinds(measures + "?side=XB.010101")).containsExactly("QUOTA", "HOURS");
        assertThat(kinds(measures + "?kind=CLOSED")).containsExactly("CLOSED");
        var page = api.get(measures + "?limit=3").expect(200);
        assertThat(kinds(page.at("/next"))).containsExactly("HOURS");
        assertThat(api.with("Accept", "text/csv")
                        .get(measures)
                        .expect(200)
                        .response()
                        .asString()
                        .lines())
                .hasSize(5);
        assertThat(fault(api.get(measures + "?side=XA.02101"), "?side")).isEqualTo("not-a-party");
        assertThat(fault(api.get(measures + "?side=QQ.1"), "?side")).isEqualTo("unknown-region");
        assertThat(fault(api.get(measures + "?kind=SHUT"), "?kind")).isEqualTo("unknown-value");
        assertThat(fault(api.get(measures + "?on=2020-02-30"), "?on")).isEqualTo("wrong-format");
    }

    @Test
    void faults_are_named() {
        String measures = gateWith("faulty-measures");
        var draft = closed("2020-01-31", null);

        assertThat(fault(here.post(measures, with(draft, "kind", "SHUT")), "/kind"))
                .isEqualTo("unknown-value");
        assertThat(fault(here.post(measures, with(draft, "side", null)), "/side"))
                .isEqualTo("required-with");
        assertThat(fault(here.post(measures, with(draft, "side", "XA.02101")), "/side"))
                .isEqualTo("not-a-party");
        assertThat(fault(here.post(measures, with(draft, "text", null)), "/text"))
                .isEqualTo("not-null");
        assertThat(fault(here.post(measures, closed("2020-01-31", "2020-01-30")), "/period"))
                .isEqualTo("period-order");
        assertThat(fault(here.post(measures, with(draft, "kind", "HOURS")), "/hours"))
                .isEqualTo("required-with");
        assertThat(fault(here.post(measures, with(draft, "kind", "QUOTA")), "/quota"))
                .isEqualTo("required-with");
        assertThat(fault(here.post(measures, with(quota(null), "kind", "OPEN")), "/quota"))
                .isEqualTo("only-with");
        assertThat(fault(here.post(measures, quotaOf("furlong")), "/quota/unit"))
                .isEqualTo("unit-unknown");
        assertThat(faultOfHours(measures, "/hours/week/0/closes", time("MONDAY", "19:00", "07:00")))
                .isEqualTo("not-later");
        assertThat(faultOfHours(
                        measures, "/hours/week/1", time("MONDAY", "07:00", "12:00"), time("MONDAY", "11:30", "18:00")))
                .isEqualTo("overlapping-hours");
        assertThat(faultOfHours(measures, "/hours/week/0/opens", time("MONDAY", "7:00", "12:00")))
                .isEqualTo("pattern");
        assertThat(faultOfHours(measures, "/hours/week/0/weekday", time("MONTAG", "07:00", "12:00")))
                .isEqualTo("unknown-value");
        here.post(
                        measures,
                        hours(
                                "XA.01101",
                                "2019-01-01",
                                time("MONDAY", "07:00", "12:00"),
                                time("MONDAY", "12:00", "24:00")))
                .expect(201);
    }

    @Test
    void a_gate_is_open_when_both_sides_are_and_says_why_it_is_not() {
        String measures = gateWith("openness");
        here.post(measures, closed("2020-01-31", "2020-02-09")).expect(201);
        there.post(measures, hours("XB.010101", "2019-01-01", time("MONDAY", "08:00", "18:00")))
                .expect(201);

        var monday = api.get(GATES + "openness/openness?on=2020-02-10").expect(200);
        var tuesday = api.get(GATES + "openness/openness?on=2020-02-11").expect(200);
        var closed = api.get(GATES + "openness/openness?on=2020-02-03").expect(200);

        assertThat(monday.at("/open")).isEqualTo("true");
        assertThat(monday.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("gate", "on", "open", "state", "sides");
        assertThat(monday.at("/sides/1/hours/0/closes")).isEqualTo("18:00");
        assertThat(tuesday.at("/open")).isEqualTo("false");
        assertThat(tuesday.at("/sides/1/reason")).isEqualTo("HOURS");
        assertThat(closed.at("/state")).isEqualTo("CLOSED");
        assertThat(closed.at("/sides/0/region")).isEqualTo("XA.01101");
        assertThat(closed.at("/sides/0/reason")).isEqualTo("MEASURE");
        assertThat(closed.at("/sides/0/measure/text/en")).isEqualTo("Because of an epidemic");
        assertThat(closed.at("/sides/1/state")).isEqualTo("OPEN");
        api.with("If-None-Match", closed.etag())
                .get(GATES + "openness/openness?on=2020-02-03")
                .expect(304);
        assertThat(api.get(GATES + "openness/openness").expect(200).at("/on")).startsWith("20");
        assertThat(fault(api.get(GATES + "openness/openness?on=soon"), "?on")).isEqualTo("wrong-format");
        api.get(GATES + "nowhere/openness").expect(404);
    }

    @Test
    void the_list_shows_the_gates_that_are_known_to_be_open_on_a_day() {
        api.as("XA.01", "editor")
                .post("/api/v1/gates", with(gate("since-1950"), "since", "1950"))
                .expect(201);
        String measures = GATES + "since-1950/measures";
        there.post(measures, with(closed("1955-02-05", "1955-02-05"), "side", "XB.010101"))
                .expect(201);

        assertThat(open("1955-02-04")).contains("since-1950");
        assertThat(open("1955-02-05")).doesNotContain("since-1950");
        assertThat(open("1955-02-06")).contains("since-1950");
        assertThat(open("1949-02-06")).doesNotContain("since-1950");
        assertThat(fault(api.get("/api/v1/gates?openOn=2020-13-01"), "?openOn")).isEqualTo("wrong-format");
    }

    /** The codes of all gates that are open on that day. */
    private List<String> open(String day) {
        return api.get("/api/v1/gates?limit=200&openOn=" + day)
                .expect(200)
                .json()
                .findValuesAsText("code");
    }

    private String gateWith(String code) {
        here.post("/api/v1/gates", gate(code)).expect(201);
        return GATES + code + "/measures";
    }

    private Iterable<?> items(String measures) {
        return api.get(measures).expect(200).json().path("items");
    }

    private List<String> kinds(String measures) {
        return api.get(measures).expect(200).json().path("items").findValuesAsText("kind");
    }

    @SafeVarargs
    private String faultOfHours(String measures, String pointer, Map<String, Object>... week) {
        return fault(here.post(measures, hours("XA.01101", "2019-01-01", week)), pointer);
    }

    private static Map<String, Object> closed(String from, String to) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("kind", "CLOSED");
        draft.put("side", "XA.01101");
        draft.put("period", to == null ? Map.of("from", from) : Map.of("from", from, "to", to));
        draft.put("text", Map.of("en", "Because of an epidemic"));
        draft.put("source", Map.of("title", Map.of("en", "Notice of nowhere"), "publisher", "Nobody"));
        return draft;
    }

    @SafeVarargs
    private static Map<String, Object> hours(String side, String from, Map<String, Object>... week) {
        var hours = Map.of("week", List.of(week));
        return with(closed(from, null), "kind", "HOURS", "side", side, "hours", hours);
    }

    private static Map<String, Object> time(String weekday, String opens, String closes) {
        return Map.of("weekday", weekday, "opens", opens, "closes", closes);
    }

    private static Map<String, Object> quota(String side) {
        return with(quotaOf("vehicle"), "side", side);
    }

    private static Map<String, Object> quotaOf(String unit) {
        var quota = Map.of("amount", 150, "unit", unit, "per", "DAY");
        return with(closed("2020-01-01", null), "kind", "QUOTA", "quota", quota);
    }
}
