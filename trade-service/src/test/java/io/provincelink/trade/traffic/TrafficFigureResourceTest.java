package io.provincelink.trade.traffic;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.traffic;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.provincelink.trade.Drafts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TrafficFigureResourceTest {

    private static final String FIGURES = "/api/v1/traffic-figures";

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "statistician");

    @Test
    void a_reported_figure_is_read_by_everybody() {
        Drafts.recordGate(api, "traffic-gate");
        var created = statistician
                .post(FIGURES, with(traffic("2001-01"), "gate", "traffic-gate", "region", "XA.01101"))
                .expect(201);

        var read = api.get(created.header("Location")).expect(200);

        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.at("/count")).isEqualTo("12");
        assertThat(read.at("/gate")).isEqualTo("traffic-gate");
        assertThat(read.at("/region")).isEqualTo("XA.01101");
        api.with("If-None-Match", read.etag()).get(created.header("Location")).expect(304);
        api.get(FIGURES + "/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void partner_gate_and_region_may_be_left_out() {
        var created = statistician
                .post(FIGURES, with(traffic("2001-02"), "partner", null))
                .expect(201);

        assertThat(created.json().has("partner")).isFalse();
        assertThat(created.json().has("gate")).isFalse();
        assertThat(created.json().has("region")).isFalse();
    }

    @Test
    void only_the_reporters_own_side_reports() {
        var draft = traffic("2001-03");

        api.post(FIGURES, draft).expect(401);
        api.as("XA.01", "reader").post(FIGURES, draft).expect(403);
        api.as("XB.010100", "statistician").post(FIGURES, draft).expect(403);
        api.as("VN.15", "editor").post(FIGURES, draft).expect(403);
        api.bearing(Tokens.expired("XA.01", "statistician"))
                .post(FIGURES, draft)
                .expect(401);
        api.bearing(Tokens.foreignSigned("XA.01", "statistician"))
                .post(FIGURES, draft)
                .expect(401);
        api.bearing(Tokens.unsigned("XA.01", "statistician"))
                .post(FIGURES, draft)
                .expect(401);
        api.as("XA.01", "editor").post(FIGURES, draft).expect(201);
    }

    @Test
    void the_same_traffic_is_not_reported_twice() {
        var out = statistician.post(FIGURES, traffic("2001-04")).expect(201);

        assertThat(statistician.post(FIGURES, traffic("2001-04")).expect(409).header("Location"))
                .isEqualTo(out.header("Location"));
        assertThat(statistician
                        .post(FIGURES, with(traffic("2001-04"), "direction", "BOTH"))
                        .expect(409)
                        .header("Location"))
                .isEqualTo(out.header("Location"));
        statistician.post(FIGURES, with(traffic("2001-04"), "direction", "IN")).expect(201);
    }

    @Test
    void a_replayed_key_gives_the_first_answer() {
        Api keyed = statistician.with("Idempotency-Key", "traffic-1");
        var first = keyed.post(FIGURES, traffic("2001-05")).expect(201);

        assertThat(keyed.post(FIGURES, traffic("2001-05")).expect(201).json()).isEqualTo(first.json());
        keyed.post(FIGURES, with(traffic("2001-05"), "count", 13)).expect(422);
    }

    @Test
    void faults_are_named() {
        assertThat(faultOf("/count", "count", -1)).isEqualTo("positive-or-zero");
        assertThat(faultOf("/count", "count", 1.5)).isNotEmpty();
        assertThat(faultOf("/month", "month", "2001")).isEqualTo("month");
        assertThat(faultOf("/kind", "kind", "SHIPS")).isEqualTo("unknown-value");
        assertThat(faultOf("/partner", "partner", "XA.01")).isEqualTo("same-party-twice");
        assertThat(faultOf("/region", "region", "XA.99")).isEqualTo("unknown-region");
        assertThat(faultOf("/region", "region", "XB.010101")).isEqualTo("not-within");
        assertThat(faultOf("/region", "region", "XA.02101")).isEqualTo("not-within");
        assertThat(faultOf("/region", "region", "XA")).isEqualTo("not-within");
        assertThat(faultOf("/reporter", "reporter", "XA.99", "region", "XB.010101"))
                .isEqualTo("unknown-region");
        assertThat(faultOf("/gate", "gate", "nowhere")).isEqualTo("unknown-gate");
        assertThat(faultOf("/direction", "direction", null)).isEqualTo("not-null");
    }

    @Test
    void a_revision_replaces_count_and_status() {
        var created = statistician.post(FIGURES, traffic("2001-07")).expect(201);
        String location = created.header("Location");
        Api knowing = statistician.with("If-Match", created.etag());

        assertThat(fault(knowing.patch(location, Map.of("direction", "IN")), "/direction"))
                .isEqualTo("fixed");
        api.as("XB.010100", "statistician")
                .with("If-Match", created.etag())
                .patch(location, Map.of("count", 13))
                .expect(403);
        api.with("If-Match", created.etag())
                .patch(location, Map.of("count", 13))
                .expect(401);
        statistician.patch(location, Map.of("count", 13)).expect(428);
        var revised = knowing.patch(location, Map.of("count", 13, "status", "ESTIMATED"))
                .expect(200);
        assertThat(revised.at("/count")).isEqualTo("13");
        assertThat(revised.at("/status")).isEqualTo("ESTIMATED");
        knowing.patch(location, Map.of("count", 14)).expect(412);
        knowing.patch(FIGURES + "/" + UUID.randomUUID(), Map.of("count", 14)).expect(404);
    }

    @Test
    void what_was_known_before_a_revision_can_still_be_read() {
        var created = statistician.post(FIGURES, traffic("1950-06")).expect(201);
        String location = created.header("Location");
        String then = "?asOf=" + created.at("/updatedAt");
        String list = FIGURES + then + "&period=1950-06";
        statistician
                .with("If-Match", created.etag())
                .patch(location, Map.of("count", 13))
                .expect(200);

        var old = api.get(location + then).expect(200);
        var listed = api.get(list).expect(200).json().path("items");

        assertThat(old.at("/count")).isEqualTo("12");
        assertThat(old.etag()).isEqualTo(created.etag());
        assertThat(listed)
                .singleElement()
                .satisfies(item -> assertThat(item.path("count").asInt()).isEqualTo(12));
        assertThat(api.get(location).expect(200).at("/count")).isEqualTo("13");
        api.with("If-None-Match", old.etag()).get(location + then).expect(304);
        api.get(location + "?asOf=2020-01-01").expect(404);
        assertThat(api.get(FIGURES + "?asOf=2020-01-01&period=1950-06")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(fault(api.get(location + "?asOf=2999-01-01"), "?asOf")).isEqualTo("in-future");
        assertThat(fault(api.get(FIGURES + "?asOf=then"), "?asOf")).isEqualTo("wrong-format");
    }

    @Test
    void pages_follow_each_other_in_the_order_of_months() {
        for (String month : List.of("2003-03", "2003-01", "2003-02")) {
            statistician.post(FIGURES, traffic(month)).expect(201);
            statistician.post(FIGURES, with(traffic(month), "partner", null)).expect(201);
        }
        List<String> months = new ArrayList<>();

        String next = FIGURES + "?period=2003&kind=VEHICLE_PERMITS&limit=4";
        while (!next.equals("null")) {
            var page = api.get(next).expect(200);
            page.json()
                    .path("items")
                    .forEach(item -> months.add(item.path("month").asText()));
            next = page.at("/next");
        }

        assertThat(months).containsExactly("2003-01", "2003-01", "2003-02", "2003-02", "2003-03", "2003-03");
        assertThat(api.get(FIGURES + "?period=2003&partner=XB.010100&direction=OUT&reporter=XA.01")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(3);
        assertThat(fault(api.get(FIGURES + "?gate=nowhere"), "?gate")).isEqualTo("unknown-gate");
        assertThat(fault(api.get(FIGURES + "?kind=SHIPS"), "?kind")).isEqualTo("unknown-value");
    }

    private String faultOf(String pointer, Object... fieldsAndValues) {
        return fault(statistician.post(FIGURES, with(traffic("2001-06"), fieldsAndValues)), pointer);
    }
}
