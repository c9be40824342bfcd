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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class GateResourceTest {

    private static final String GATES = "/api/v1/gates";

    private final Api api = Api.checked();

    @Test
    void either_side_records_a_gate_and_everybody_sees_it_at_once() {
        api.as("XA.01", "editor").post(GATES, gate("seen-a")).expect(201);
        api.as("XB.010100", "editor").post(GATES, gate("seen-b")).expect(201);

        var seen = api.get(GATES + "/seen-a").expect(200);

        assertThat(seen.at("/visibility")).isEqualTo("PUBLIC");
        assertThat(seen.at("/sides/1/region")).isEqualTo("XB.010101");
        assertThat(seen.at("/since")).isEqualTo("2012");
        api.get(GATES + "/seen-b").expect(200);
    }

    @Test
    void nobody_else_records_it() {
        api.post(GATES, gate("denied")).expect(401);
        api.as("XA.01", "reader").post(GATES, gate("denied")).expect(403);
        api.as("XA.01", "statistician").post(GATES, gate("denied")).expect(403);
        api.as("VN.15", "editor").post(GATES, gate("denied")).expect(403);
        api.bearing(Tokens.operator()).post(GATES, gate("denied")).expect(403);
        api.bearing(Tokens.expired("XA.01", "editor"))
                .post(GATES, gate("denied"))
                .expect(401);
        api.bearing(Tokens.foreignSigned("XA.01", "editor"))
                .post(GATES, gate("denied"))
                .expect(401);
        api.bearing(Tokens.unsigned("XA.01", "editor"))
                .post(GATES, gate("denied"))
                .expect(401);
        api.get(GATES + "/denied").expect(404);
    }

    @Test
    void a_gate_is_found_in_the_unit_that_has_its_area_by_now() {
        var sides = List.of(
                Map.of("region", "XA.02101", "name", Map.of("vi", "Cửa B")),
                Map.of("region", "XB.010101", "name", Map.of("zh", "丙口岸")));
        api.as("XA.01", "editor")
                .post(GATES, with(gate("taken-over"), "sides", sides))
                .expect(201);

        for (String region : List.of("XA.01", "XA.02", "XA.02101", "XA.01,XB.010100")) {
            assertThat(api.get(GATES + "?limit=200&region=" + region)
                            .expect(200)
                            .json()
                            .path("items")
                            .findValuesAsText("code"))
                    .as(region)
                    .contains("taken-over");
        }
    }

    @Test
    void a_change_of_nothing_makes_no_version() {
        Api editor = api.as("XA.01", "editor");
        var created = editor.post(GATES, gate("unchanged")).expect(201);

        var patched = editor.with("If-Match", created.etag())
                .patch(GATES + "/unchanged", "{}")
                .expect(200);

        assertThat(patched.etag()).isEqualTo(created.etag());
        assertThat(api.get(GATES + "/unchanged").expect(200).etag()).isEqualTo(created.etag());
    }

    @Test
    void the_same_code_again_is_told_where_the_gate_is() {
        var first = api.as("XA.01", "editor").post(GATES, gate("twice")).expect(201);

        var second = api.as("XB.010100", "editor").post(GATES, gate("twice")).expect(409);

        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void a_replayed_key_gives_the_first_answer() {
        Api keyed = api.as("XA.01", "editor").with("Idempotency-Key", "gate-1");
        var first = keyed.post(GATES, gate("keyed")).expect(201);

        assertThat(keyed.post(GATES, gate("keyed")).expect(201).at("/id")).isEqualTo(first.at("/id"));
        keyed.post(GATES, gate("keyed-otherwise")).expect(422);
    }

    @Test
    void faults_are_named() {
        Api editor = api.as("XA.01", "editor");
        var sides = List.of(side("XA.01101"), side("XA.02101"));

        assertThat(fault(editor.post(GATES, with(gate("bad"), "sides", sides)), "/sides/1/region"))
                .isEqualTo("same-country");
        assertThat(fault(editor.post(GATES, with(gate("bad"), "sides", List.of(side("XA.01101")))), "/sides"))
                .isEqualTo("size");
        assertThat(fault(
                        editor.post(GATES, with(gate("bad"), "sides", List.of(side("XA.9"), side("XB.010101")))),
                        "/sides/0/region"))
                .isEqualTo("unknown-region");
        assertThat(fault(editor.post(GATES, with(gate("bad"), "since", "2012-13")), "/since"))
                .isEqualTo("wrong-format");
        assertThat(fault(editor.post(GATES, with(gate("bad"), "visibility", "PARTIES")), "/visibility"))
                .isEqualTo("unknown-value");
        assertThat(fault(editor.post(GATES, with(gate("bad"), "kind", "GRAND")), "/kind"))
                .isEqualTo("unknown-value");
        assertThat(fault(editor.post(GATES, gate("Bad Code")), "/code")).isEqualTo("code");
    }

    @Test
    void what_the_reader_has_is_not_sent_again() {
        api.as("XA.01", "editor").post(GATES, gate("known")).expect(201);
        String etag = api.get(GATES + "/known").expect(200).etag();

        api.with("If-None-Match", etag).get(GATES + "/known").expect(304);
    }

    @Test
    void a_gate_is_raised_by_either_side_in_the_version_it_read() {
        Api otherSide = api.as("XB.010100", "editor");
        api.as("XA.01", "editor").post(GATES, gate("raised")).expect(201);
        String etag = api.get(GATES + "/raised").expect(200).etag();

        otherSide.patch(GATES + "/raised", Map.of("kind", "INTERNATIONAL")).expect(428);
        var raised = otherSide
                .with("If-Match", etag)
                .patch(GATES + "/raised", Map.of("kind", "INTERNATIONAL"))
                .expect(200);

        assertThat(raised.at("/kind")).isEqualTo("INTERNATIONAL");
        assertThat(raised.etag()).isNotEqualTo(etag);
        otherSide
                .with("If-Match", etag)
                .patch(GATES + "/raised", Map.of("kind", "MAIN"))
                .expect(412);
    }

    @Test
    void nobody_else_changes_it() {
        api.as("XA.01", "editor").post(GATES, gate("fixed")).expect(201);
        String etag = api.get(GATES + "/fixed").expect(200).etag();
        var change = Map.of("kind", "OPENING");

        api.with("If-Match", etag).patch(GATES + "/fixed", change).expect(401);
        api.as("VN.15", "editor")
                .with("If-Match", etag)
                .patch(GATES + "/fixed", change)
                .expect(403);
        api.as("XA.01", "reader")
                .with("If-Match", etag)
                .patch(GATES + "/fixed", change)
                .expect(403);
        api.as("XA.01", "editor")
                .with("If-Match", etag)
                .patch(GATES + "/nowhere", change)
                .expect(404);
    }

    @Test
    void the_list_is_filtered_by_the_units_around_a_gate() {
        api.as("XA.01", "editor")
                .post(GATES, with(gate("listed"), "kind", "SECONDARY"))
                .expect(201);

        assertThat(api.get(GATES + "?region=XA.01,XB.010100&kind=SECONDARY")
                        .expect(200)
                        .json()
                        .path("items"))
                .anySatisfy(gate -> assertThat(gate.path("code").asText()).isEqualTo("listed"));
        assertThat(api.get(GATES + "?region=VN.02").expect(200).json().path("items"))
                .isEmpty();
        assertThat(fault(api.get(GATES + "?region=XA.77"), "?region")).isEqualTo("unknown-region");
        assertThat(fault(api.get(GATES + "?kind=GRAND"), "?kind")).isEqualTo("unknown-value");
    }

    private static Map<String, Object> side(String region) {
        return Map.of("region", region, "name", Map.of("en", region));
    }
}
