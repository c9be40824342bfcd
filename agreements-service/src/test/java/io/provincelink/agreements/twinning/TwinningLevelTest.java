package io.provincelink.agreements.twinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TwinningLevelTest {

    private static final String ALL = "/api/v1/twinnings";

    private final Api editor = Api.checked().as("XA.01", "reader", "editor");

    private static String twinning(String level, String own, String other) {
        return """
                {"level": "%s", "visibility": "PARTIES", "since": "2014-05-01", "parties": ["XA.01", "XB.010000"],
                 "sides": [{"country": "XA", %s}, {"country": "XB", %s}]}
                """.formatted(level, own, other);
    }

    private static String count(String figure) {
        String[] words = figure.split(" ");
        return "\"count\": {\"value\": " + words[1] + ", \"qualifier\": \"" + words[0] + "\", \"unit\": \"" + words[2]
                + "\"" + (words.length > 3 ? ", \"upper\": " + words[3] : "") + "}";
    }

    @ParameterizedTest(name = "{0}: {1} with {2}")
    @CsvSource({
        "PROVINCE, XA.01, XB.010000",
        "PROVINCE, XA.01, XB.010100",
        "CITY, XA.01, XB.010101",
        "CITY, XA.011, XB.010100",
        "DISTRICT, XA.011, XB.010101",
        "BORDER_POST, XA.01101, XB.010101",
    })
    void units_that_fit_the_level_are_twinned_by_name(String level, String own, String other) {
        editor.post(ALL, twinning(level, "\"regions\": [\"" + own + "\"]", "\"regions\": [\"" + other + "\"]"))
                .expect(201);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PROVINCE, EXACT 1 region",
        "CITY, ABOUT 2 region",
        "DISTRICT, EXACT 3 district",
        "COMMUNE, OVER 34 commune",
        "BORDER_POST, RANGE 2 site 4",
    })
    void every_level_takes_a_number_where_nobody_is_named(String level, String figure) {
        editor.post(ALL, twinning(level, count(figure), "\"name\": {\"en\": \"those over there\"}"))
                .expect(201);
    }

    @ParameterizedTest(name = "{0}: {1} with {2}")
    @CsvSource({
        "DISTRICT, XA.01, XB.010101, /sides/0/regions/0",
        "DISTRICT, XA.011, XB.010100, /sides/1/regions/0",
        "COMMUNE, XA.011, XB.010101, /sides/0/regions/0",
        "COMMUNE, XA.01101, XB.010101, /sides/1/regions/0",
        "PROVINCE, XA.011, XB.010000, /sides/0/regions/0",
        "CITY, XA.01101, XB.010101, /sides/0/regions/0",
        "BORDER_POST, XA, XB.010101, /sides/0/regions/0",
    })
    void a_unit_of_another_rank_is_refused_where_it_stands(String level, String own, String other, String pointer) {
        var refused = editor.post(
                        ALL, twinning(level, "\"regions\": [\"" + own + "\"]", "\"regions\": [\"" + other + "\"]"))
                .expect(400);

        assertThat(refused.response().asString()).contains("\"pointer\":\"" + pointer + "\",\"code\":\"wrong-level\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EXACT 1 site, 400",
        "UNDER 1 site, 400",
        "EXACT -1 site, 400",
        "EXACT 2 site, 201",
        "OVER 1 site, 201",
        "ABOUT 1 site, 201",
    })
    void no_more_are_named_than_there_are(String figure, int status) {
        editor.post(
                        ALL,
                        twinning(
                                "BORDER_POST",
                                "\"regions\": [\"XA.011\", \"XA.01101\"], " + count(figure),
                                "\"regions\": [\"XB.010101\"]"))
                .expect(status);
    }

    @ParameterizedTest
    @CsvSource({"\"regions\": []", "\"count\": null", "\"name\": null"})
    void a_side_says_something(String nothing) {
        assertThat(editor.post(ALL, twinning("DISTRICT", "\"regions\": [\"XA.011\"]", nothing))
                        .expect(400)
                        .response()
                        .asString())
                .contains("\"pointer\":\"/sides/1/count\",\"code\":\"required\"");
    }
}
