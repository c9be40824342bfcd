package io.provincelink.agreements.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.observation.ObservationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReviewPartResourceTest {

    private static final String PART = "/api/v1/review-part?parties=XA.01,XB.010100&period=2016/2020";

    private final Api anonymous = Api.unchecked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");
    private final String mark = "m-" + UUID.randomUUID();

    private static int districts(Api reader) {
        var part = reader.get(PART).expect(200).json();
        assertThat(part.at("/indicators/0/indicator").asText()).isEqualTo("twinned-districts");
        return part.at("/indicators/0/recorded/figure/value").asInt(-1);
    }

    @Test
    void a_twinning_is_shown_and_counted() {
        int before = districts(editor);

        String id = editor.post("/api/v1/twinnings", TwinningMother.districts())
                .expect(201)
                .at("/id");

        var part = editor.get(PART).expect(200);
        assertThat(part.response().asString()).contains(id);
        assertThat(districts(editor)).isEqualTo(before + 1);
    }

    @Test
    void what_one_side_keeps_to_itself_is_not_counted_for_others() {
        int ours = districts(editor);
        int theirs = districts(otherSide);
        int everybodys = districts(anonymous);

        String id = editor.post("/api/v1/twinnings", TwinningMother.districts().replace("\"PARTIES\"", "\"OWN_SIDE\""))
                .expect(201)
                .at("/id");

        assertThat(districts(editor)).isEqualTo(ours + 1);
        assertThat(districts(otherSide)).isEqualTo(theirs);
        assertThat(districts(anonymous)).isEqualTo(everybodys);
        assertThat(otherSide.get(PART).response().asString()).doesNotContain(id);
    }

    @Test
    void a_donation_outside_the_period_counts_when_it_names_the_programme() {
        editor.post("/api/v1/programmes", ProgrammeMother.shared(mark)).expect(201);
        String named = editor.post("/api/v1/donations", DonationMother.of(mark))
                .expect(201)
                .at("/id");
        String inPeriod = editor.post(
                        "/api/v1/donations", DonationMother.shared("other").replace("2021-02", "2020-02"))
                .expect(201)
                .at("/id");
        String outside = editor.post("/api/v1/donations", DonationMother.shared("other"))
                .expect(201)
                .at("/id");

        String part = editor.get(PART + "&programme=an-id," + mark)
                .expect(200)
                .json()
                .at("/donations")
                .toString();

        assertThat(part).contains(named, inPeriod).doesNotContain(outside);
        assertThat(editor.get(PART).response().asString()).doesNotContain(named);
        assertThat(anonymous.get(PART + "&programme=" + mark).response().asString())
                .doesNotContain(named);
    }

    @Test
    void what_a_party_does_with_somebody_is_no_part_of_what_it_set_itself() {
        String twinning = editor.post("/api/v1/twinnings", TwinningMother.districts())
                .expect(201)
                .at("/id");
        editor.post("/api/v1/programmes", ProgrammeMother.shared(mark)).expect(201);
        String named = editor.post("/api/v1/donations", DonationMother.of(mark))
                .expect(201)
                .at("/id");
        String inPeriod = editor.post(
                        "/api/v1/donations", DonationMother.shared("other").replace("2021-02", "2020-02"))
                .expect(201)
                .at("/id");

        String alone = editor.get("/api/v1/review-part?parties=XA.01&period=2016/2020&programme=" + mark)
                .expect(200)
                .response()
                .asString();

        assertThat(alone).contains(named).doesNotContain(twinning, inPeriod);
    }

    @Test
    void a_figure_without_days_belongs_to_the_programme_that_it_names() {
        editor.post("/api/v1/observations?indicator=grants", ObservationMother.undated(mark, "programme-" + mark))
                .expect(201);

        var part = anonymous.get(PART + "&programme=programme-" + mark).expect(200);

        assertThat(part.response().asString()).contains(mark).contains("trong nhiệm kỳ");
        assertThat(anonymous.get(PART).response().asString()).doesNotContain(mark);
    }

    @Test
    void a_figure_of_one_party_belongs_to_the_programme_that_it_names() {
        String programme = "programme-" + mark;
        String observation = ObservationMother.undated(mark, programme)
                .replaceFirst("\"parties\": \\[[^\\]]*\\]", "\"parties\": [\"XA.01\"]");
        assertThat(observation).contains("[\"XA.01\"]");
        editor.post("/api/v1/observations?indicator=grants", observation).expect(201);

        String named = anonymous
                .get(PART + "&programme=" + programme)
                .expect(200)
                .response()
                .asString();

        assertThat(named).contains(mark);
        assertThat(anonymous.get(PART + "&programme=another").response().asString())
                .doesNotContain(mark);
    }

    @Test
    void all_indicators_are_there_and_only_counted_ones_have_a_recorded_figure() {
        var indicators = anonymous.get(PART).expect(200).json().at("/indicators");

        assertThat(indicators).hasSize(18);
        assertThat(indicators)
                .allMatch(part ->
                        part.has("recorded") == part.at("/indicator").asText().startsWith("twinned-"));
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        for (String query :
                new String[] {"period=2016", "parties=XA.01", "parties=XA.99&period=2016", "parties=XA.01&period=x"}) {
            anonymous.get("/api/v1/review-part?" + query).expect(400);
        }
    }
}
