package io.provincelink.agreements.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ObservationResourceTest {

    private static final String ALL = "/api/v1/observations";
    private static final String GRANTS = ALL + "?indicator=grants";
    private static final String OF_BOTH = GRANTS + "&parties=XA.01,XB.010100";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");
    private final String note = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(strings = {"editor", "statistician"})
    void an_editor_or_statistician_of_a_party_records_a_published_figure(String role) {
        var created = anonymous
                .as("XB.010000", role)
                .post(GRANTS, ObservationMother.grants(note))
                .expect(201);

        String location = created.header("Location");
        assertThat(location).isEqualTo(ALL + "/" + created.at("/id") + "?indicator=grants");
        var read = anonymous.get(location).expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.etag()).isEqualTo(created.etag());
        anonymous.with("If-None-Match", read.etag()).get(location).expect(304);
    }

    @Test
    void nobody_else_does() {
        String figure = ObservationMother.grants(note);

        anonymous.post(GRANTS, figure).expect(401);
        anonymous.as("XA.01", "reader", "approver").post(GRANTS, figure).expect(403);
        anonymous.as("VN.15", "editor", "statistician").post(GRANTS, figure).expect(403);
        anonymous.as("XA", "statistician").post(GRANTS, figure).expect(403);
        anonymous.bearing(Tokens.operator()).post(GRANTS, figure).expect(403);
        assertThat(anonymous.get(OF_BOTH).response().asString()).doesNotContain(note);
    }

    @Test
    void published_and_recorded_stand_side_by_side() {
        editor.post(GRANTS, ObservationMother.grants(note)).expect(201);

        var answer = anonymous.get(OF_BOTH + "&period=2018").expect(200);

        assertThat(answer.response().asString()).contains(note).contains("\"qualifier\":\"OVER\"");
        assertThat(answer.json().at("/recorded").isMissingNode()).isTrue();
        var counted = anonymous
                .get(ALL + "?indicator=twinned-districts&parties=XA.01,XB.010100&period=2018")
                .expect(200);
        assertThat(counted.at("/recorded/figure/unit")).isEqualTo("pair");
        assertThat(anonymous.get(OF_BOTH + "&period=2021").response().asString())
                .doesNotContain(note);
        assertThat(anonymous.get(GRANTS + "&parties=XA.01,VN.15").response().asString())
                .doesNotContain(note);
    }

    @Test
    void a_figure_without_days_keeps_the_sources_words() {
        var created = editor.post(GRANTS, ObservationMother.undated(note, "p")).expect(201);

        assertThat(created.at("/period")).isEqualTo("null");
        assertThat(created.at("/periodAsPublished")).isEqualTo("trong nhiệm kỳ");
        assertThat(anonymous.get(OF_BOTH).expect(200).response().asString()).contains(note);
        assertThat(anonymous.get(OF_BOTH + "&period=2018").response().asString())
                .doesNotContain(note);
    }

    @Test
    void money_may_be_published_in_another_currency() {
        String figure = ObservationMother.grants(note).replace("\"grant\"", "\"VND\"");

        editor.post(ALL + "?indicator=grant-disbursement", figure).expect(201);
        var refused = editor.post(ALL + "?indicator=grant-disbursement", figure.replace("\"VND\"", "\"person\""))
                .expect(400);

        assertThat(refused.at("/violations/0/code")).isEqualTo("wrong-unit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"grant\"     | \"person\"    | /figure/unit | wrong-unit",
                "\"grant\"     | \"USD\"       | /figure/unit | wrong-unit",
                "\"XB.010100\" | \"XB.010109\" | /parties/1   | unknown-region",
                "2016-01-01    | 2021-01-01    | /period      | period-order",
                "\"publisher\": \"Portal of A\" | \"publisher\": \" \" | /source/publisher | not-blank",
                "\"OVER\"      | \"RANGE\"     | /figure      | figure-range",
                "200,          | \"200\",      | /comparedToTarget/exceedsByPercent | wrong-type",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String right = ObservationMother.grants("note");
        String wrong = right.replace(replaced, by);
        assertThat(wrong).isNotEqualTo(right);

        var refused = editor.post(GRANTS, wrong).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/violations/0/code")).isEqualTo(code);
    }

    @Test
    void an_unknown_indicator_is_400_naming_the_known_ones() {
        var refused =
                anonymous.get(ALL + "?indicator=trade-turnover&parties=XA.01").expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?indicator");
        assertThat(refused.at("/violations/0/message")).contains("twinned-districts", "poverty-rate");
        anonymous.get(ALL + "?parties=XA.01").expect(400);
        anonymous.get(GRANTS).expect(400);
        anonymous.get(OF_BOTH + "&period=soon").expect(400);
        editor.post(ALL + "?indicator=nothing", ObservationMother.grants(note)).expect(400);
        editor.send("POST", GRANTS, "application/json", "null").expect(400);
        anonymous.get(ALL + "/" + UUID.randomUUID() + "?indicator=grants").expect(404);
    }

    @Test
    void all_indicators_are_listed_with_their_unit() {
        var items = anonymous.get("/api/v1/indicators").expect(200).json().at("/items");

        assertThat(items).hasSize(18);
        assertThat(items).allSatisfy(item -> {
            assertThat(item.at("/unit").asText()).isNotBlank();
            assertThat(item.at("/title/vi").asText()).isNotBlank();
            assertThat(item.at("/counted/zh").asText()).isNotBlank();
        });
    }

    @Test
    void the_same_id_is_there_already() {
        String draft = ObservationMother.grants(note).replaceFirst("\\{", "{\"id\": \"" + UUID.randomUUID() + "\", ");
        String location = editor.post(GRANTS, draft).expect(201).header("Location");

        assertThat(editor.post(GRANTS, draft).expect(409).header("Location")).isEqualTo(location);
    }
}
