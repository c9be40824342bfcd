package io.provincelink.agreements.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure that was written down wrong: found by the office's own key, corrected, taken back, and every version kept. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ObservationCorrectionTest {

    private static final String ALL = "/api/v1/observations";
    private static final String GRANTS = ALL + "?indicator=grants";
    private static final String OF_BOTH = GRANTS + "&parties=XA.01,XB.010100";
    private static final String CORRECTED =
            "{\"figure\": {\"value\": 30, \"qualifier\": \"OVER\", \"unit\": \"grant\"}}";

    private final Api anonymous = Api.checked();
    private final Api statistician = anonymous.as("XA.01", "reader", "statistician");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor", "statistician", "approver");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor", "statistician", "approver");
    private final Database database = new Database();
    private final String note = UUID.randomUUID().toString();

    private Api.Answer created() {
        return statistician.post(GRANTS, ObservationMother.grants(note)).expect(201);
    }

    private static String history(Api.Answer created) {
        return ALL + "/" + created.at("/id") + "/history?indicator=grants";
    }

    private String key() {
        return "stat.xa/" + note;
    }

    private static String byKey(String key) {
        return ALL + "/by-external-id/" + key + "?indicator=grants";
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "statistician"})
    void its_own_side_corrects_a_figure_and_every_version_is_told(String role) {
        var before = created();

        var after = anonymous
                .as("XA.01", role)
                .with("If-Match", before.etag())
                .patch(before.header("Location"), CORRECTED)
                .expect(200);

        assertThat(after.at("/figure/value")).isEqualTo("30");
        assertThat(after.json().at("/source")).isEqualTo(before.json().at("/source"));
        assertThat(Instant.parse(after.at("/updatedAt"))).isAfter(Instant.parse(before.at("/updatedAt")));
        assertThat(after.etag()).isNotEqualTo(before.etag());
        var read = anonymous.get(before.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(after.json());
        assertThat(read.etag()).isEqualTo(after.etag());
        JsonNode versions = anonymous.get(history(before)).expect(200).json().at("/items");
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/op").asText()).isEqualTo("UPDATED");
        assertThat(versions.at("/0/by/region").asText()).isEqualTo("XA.01");
        assertThat(versions.at("/0/changes")).hasSize(1);
        assertThat(versions.at("/0/changes/0").toString())
                .isEqualTo("{\"pointer\":\"/figure/value\",\"before\":3,\"after\":30}");
        assertThat(versions.at("/1/op").asText()).isEqualTo("CREATED");
    }

    @Test
    void nobody_else_corrects_it() {
        var figure = created();
        String address = figure.header("Location");

        anonymous.with("If-Match", "*").patch(address, CORRECTED).expect(401);
        for (Api other : new Api[] {
            approver, otherSide, stranger, anonymous.as("XA", "statistician"), anonymous.bearing(Tokens.operator())
        }) {
            other.with("If-Match", "*").patch(address, CORRECTED).expect(403);
        }

        assertThat(anonymous.get(address).expect(200).etag()).isEqualTo(figure.etag());
        assertThat(anonymous.get(history(figure)).json().at("/items")).hasSize(1);
    }

    @Test
    void a_correction_names_the_version_that_was_read() {
        var figure = created();
        String address = figure.header("Location");

        statistician.patch(address, CORRECTED).expect(428);
        statistician.with("If-Match", figure.etag()).patch(address, CORRECTED).expect(200);
        statistician.with("If-Match", figure.etag()).patch(address, CORRECTED).expect(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"figure\": {\"unit\": \"person\"}}            | /figure/unit | wrong-unit",
                "{\"figure\": null}                              | /figure      | not-null",
                "{\"parties\": [\"XA.01\", \"XB.010101\"]}       | /parties     | parties-fixed",
                "{\"period\": {\"from\": \"2021-01-01\"}}        | /period      | period-order",
                "{\"parties\": [\"XA.01\", \"XB.010109\"]}       | /parties/1   | unknown-region",
                "{\"indicator\": \"delegations\"}                | /indicator   | unknown-field",
                "{\"id\": \"0198c0de-0000-7000-8000-000000000001\"} | /id       | fixed",
                "[]                                              | ``           | wrong-type",
            })
    void a_fault_of_a_correction_is_named_at_its_place(String patch, String pointer, String code) {
        String address = created().header("Location");

        var refused = statistician.with("If-Match", "*").patch(address, patch).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/violations/0/code")).isEqualTo(code);
    }

    @Test
    void a_figure_is_measured_by_its_own_indicator() {
        String id = created().at("/id");
        String elsewhere = ALL + "/" + id + "?indicator=aid-organisations";

        var refused =
                statistician.with("If-Match", "*").patch(elsewhere, CORRECTED).expect(400);
        approver.with("If-Match", "*").delete(elsewhere).expect(400);
        statistician
                .with("If-Match", "*")
                .patch(ALL + "/" + id + "?indicator=nothing", CORRECTED)
                .expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?indicator");
        assertThat(refused.at("/violations/0/message")).contains("grants");
        anonymous.get(elsewhere).expect(404);
        anonymous.get(ALL + "/" + id + "/history?indicator=aid-organisations").expect(404);
        statistician
                .with("If-Match", "*")
                .patch(ALL + "/" + UUID.randomUUID() + "?indicator=grants", CORRECTED)
                .expect(404);
    }

    @Test
    void a_figure_in_a_unit_that_is_none_any_more_is_corrected_in_the_rest() {
        var figure = created();
        database.update(
                "update observation set figure = jsonb_set(figure, '{unit}', '\"person\"') where id = ?",
                UUID.fromString(figure.at("/id")));
        Api any = statistician.with("If-Match", "*");

        any.patch(figure.header("Location"), "{\"scopeNote\": {\"en\": \"Without loans\"}}")
                .expect(200);

        any.patch(figure.header("Location"), "{\"figure\": {\"unit\": \"piece\"}}")
                .expect(400);
    }

    @Test
    void a_figure_without_days_keeps_the_units_that_its_codes_meant() {
        String undated = ObservationMother.undated(note, "p")
                .replace("\"XA.01\", \"XB.010100\"", "\"VN.02\", \"CN.532600\"")
                .replace("\"figure\":", "\"asOf\": \"2021-05-26\", \"figure\":");
        Api succeeded = anonymous.as("VN.08", "reader", "statistician");
        String address = anonymous
                .as("VN.02", "statistician")
                .post(GRANTS, undated)
                .expect(201)
                .header("Location");

        var corrected =
                succeeded.with("If-Match", "*").patch(address, CORRECTED).expect(200);

        assertThat(corrected.at("/parties/0")).isEqualTo("VN.02");
        assertThat(corrected.at("/figure/value")).isEqualTo("30");
    }

    @Test
    void an_office_finds_its_figure_by_its_own_key() {
        String figure = ObservationMother.grants(note)
                .replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"stat.xa\", \"id\": \"" + note + "\"}], ");
        String id = statistician.post(GRANTS, figure).expect(201).at("/id");
        String mine = GRANTS + "&externalId=stat.xa:" + note;

        var found = anonymous.get(mine).expect(200);

        assertThat(found.json().at("/published")).hasSize(1);
        assertThat(found.at("/published/0/id")).isEqualTo(id);
        assertThat(found.json().has("recorded")).isFalse();
        for (String narrower : new String[] {"&parties=XA.01", "&parties=XA.01,XB.010100&period=2018"}) {
            assertThat(anonymous.get(mine + narrower).expect(200).at("/published/0/id"))
                    .isEqualTo(id);
        }
        for (String miss : new String[] {"&parties=XA.01,VN.15", "&period=2021"}) {
            assertThat(anonymous.get(mine + miss).expect(200).json().at("/published"))
                    .as(miss)
                    .isEmpty();
        }
        assertThat(anonymous
                        .get(mine.replace("=grants", "=aid-organisations"))
                        .json()
                        .at("/published"))
                .isEmpty();
        assertThat(anonymous.get(mine + "x").expect(200).json().at("/published"))
                .isEmpty();
        anonymous.get(mine + "&parties=XA.77").expect(400);
        anonymous.get(ALL + "?externalId=stat.xa:" + note).expect(400);
    }

    @Test
    void a_system_hands_a_figure_in_again_under_its_key() {
        String figure = ObservationMother.grants(note);
        var first = statistician.put(byKey(key()), figure).expect(201);

        statistician.put(byKey(key()), figure).expect(428);
        var again = statistician
                .with("If-Match", first.etag())
                .put(byKey(key()), figure.replace("\"value\": 3", "\"value\": 33"))
                .expect(200);

        assertThat(again.at("/figure/value")).isEqualTo("33");
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(again.header("Content-Location")).isEqualTo(first.header("Location"));
        var read = anonymous.get(byKey(key())).expect(200);
        assertThat(read.json()).isEqualTo(again.json());
        assertThat(read.etag()).isEqualTo(again.etag());
        anonymous.get(byKey(key()).replace("=grants", "=aid-organisations")).expect(404);
        anonymous.get(byKey(key() + "x")).expect(404);
        anonymous.put(byKey(key()), figure).expect(401);
        stranger.put(byKey(key() + "x"), figure).expect(403);
        approver.put(byKey(key() + "x"), figure).expect(403);
        statistician
                .put(byKey(key() + "x"), figure.replace("\"grant\"", "\"person\""))
                .expect(400);
    }

    @Test
    void the_same_key_of_the_other_side_is_its_own_figure() {
        String figure = ObservationMother.grants(note);
        var ours = statistician.put(byKey(key()), figure).expect(201);

        var theirs = otherSide.put(byKey(key()), figure).expect(201);

        assertThat(theirs.at("/id")).isNotEqualTo(ours.at("/id"));
        otherSide.with("If-Match", "*").put(byKey(key()), figure).expect(200);
        assertThat(anonymous.get(ours.header("Location")).etag()).isEqualTo(ours.etag());
        String link = String.valueOf(anonymous.get(byKey(key())).header("Link"));
        assertThat(anonymous
                        .get(link.substring(1, link.indexOf('>')))
                        .expect(200)
                        .json()
                        .at("/published"))
                .hasSize(2);
        String keyed =
                figure.replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"stat.xa\", \"id\": \"" + note + "\"}], ");
        assertThat(statistician.post(GRANTS, keyed).expect(409).header("Location"))
                .isEqualTo(ours.header("Location"));
    }

    @Test
    void an_approver_takes_back_what_was_recorded_by_mistake() {
        var figure = created();
        String address = figure.header("Location");
        String cursor = cursor();

        for (Api other : new Api[] {
            statistician, otherSide, stranger, anonymous.as("XA", "approver"), anonymous.bearing(Tokens.operator())
        }) {
            other.with("If-Match", "*").delete(address).expect(403);
        }
        anonymous.with("If-Match", "*").delete(address).expect(401);
        approver.delete(address).expect(428);
        approver.with("If-Match", "\"7-0\"").delete(address).expect(412);
        approver.with("If-Match", figure.etag()).delete(address).expect(204);

        anonymous.get(address).expect(404);
        approver.get(history(figure)).expect(404);
        assertThat(anonymous.get(OF_BOTH).response().asString()).doesNotContain(note);
        assertThat(Api.unchecked()
                        .get("/api/v1/review-part?parties=XA.01,XB.010100&period=2016-01-01/2020-12-31&programme=p")
                        .expect(200)
                        .response()
                        .asString())
                .doesNotContain(note);
        assertThat(told(cursor, figure.at("/id"))).containsExactly("DELETED");
    }

    @Test
    void followers_are_told_of_a_correction_with_the_new_figure() {
        var figure = created();
        String cursor = cursor();

        var corrected = statistician
                .with("If-Match", "*")
                .patch(figure.header("Location"), CORRECTED)
                .expect(200);

        JsonNode item = anonymous
                .get("/api/v1/changes?types=OBSERVATION&include=record&after=" + cursor)
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(item.at("/op").asText()).isEqualTo("UPDATED");
        assertThat(item.at("/record")).isEqualTo(corrected.json());
    }

    private String cursor() {
        String cursor = anonymous.get("/api/v1/changes?limit=1").expect(200).at("/nextCursor");
        while (true) {
            var next =
                    anonymous.get("/api/v1/changes?limit=200&after=" + cursor).expect(200);
            if (next.json().at("/items").isEmpty()) {
                return cursor;
            }
            cursor = next.at("/nextCursor");
        }
    }

    private List<String> told(String cursor, String id) {
        List<String> told = new ArrayList<>();
        anonymous
                .get("/api/v1/changes?types=OBSERVATION&after=" + cursor)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> {
                    if (item.at("/id").asText().equals(id)) {
                        told.add(item.at("/op").asText());
                    }
                });
        return told;
    }
}
