package io.provincelink.trade.sdmx.data;

import static io.provincelink.trade.Drafts.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.sdmx.SdmxSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody may do with data, what is asked wrongly, and what this has not: told in the form of the standard. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SdmxRefusalsTest {

    private static final String DATA = "/api/v1/sdmx/2.1/data/";

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "editor", "statistician");

    private void report(String month) {
        statistician.post("/api/v1/trade-figures", trade(month)).expect(201);
    }

    @Test
    void everybody_reads_and_nobody_writes() {
        report("1999-01");
        String address = DATA + "TRADE?startPeriod=1999&endPeriod=1999";

        api.get(address).expect(200);
        api.as("XB.010100", "reader").get(address).expect(200);
        Api.unchecked().bearing("nonsense").get(address).expect(401);
        Api.unchecked().as("XA.01", "admin").post(address, Map.of()).expect(405);
    }

    @Test
    void whatever_is_wrong_is_told_in_the_standards_form() {
        List<String> wrong = new ArrayList<>();
        for (String address : List.of(
                "TRADE/A.B",
                "TRADE?startPeriod=x",
                "TRADE?endPeriod=1995-13",
                "TRADE?updatedAfter=x",
                "TRADE?asOf=x",
                "TRADE?firstNObservations=0",
                "TRADE?lastNObservations=x",
                "TRADE?detail=x",
                "TRADE?dimensionAtObservation=x",
                "TRADE?includeHistory=x",
                "TRADE?format=x",
                "TRADE?bogus=x",
                "TRADE?detail=full&detail=full")) {
            String message = api.get(DATA + address).expect(400).response().asString();
            assertThat(SdmxSchema.faults(message)).isEmpty();
            assertThat(SdmxSchema.texts(message, "//*[local-name()='ErrorMessage']/@code"))
                    .contains("140");
            wrong.add(
                    SdmxSchema.texts(message, "//*[local-name()='Text']").get(1).split(":")[0]);
        }
        assertThat(wrong)
                .containsExactly(
                        "{key}",
                        "?startPeriod",
                        "?endPeriod",
                        "?updatedAfter",
                        "?asOf",
                        "?firstNObservations",
                        "?lastNObservations",
                        "?detail",
                        "?dimensionAtObservation",
                        "?includeHistory",
                        "?format",
                        "?bogus",
                        "?detail");
    }

    @Test
    void times_that_no_database_knows_do_no_harm() {
        report("1999-03");
        String address = DATA + "TRADE?startPeriod=1999-03&endPeriod=1999-03";

        api.get(address + "&updatedAfter=-99999-01-01T00:00:00Z").expect(200);
        api.get(address + "&updatedAfter=%2B99999-01-01T00:00:00Z").expect(400);
        api.get(address + "&updatedAfter=9999-12-31T23:59:59Z").expect(404);
        api.get(address + "&asOf=-99999-01-01T00:00:00Z").expect(400);
        api.get(DATA + "TRADE?startPeriod=9999&endPeriod=0000").expect(404);
        api.get(DATA + "TRADE/......+./+").expect(404);
    }

    @Test
    void what_the_standard_has_and_this_has_not_is_told_too() {
        for (String address : List.of("TRADE?includeHistory=true", "TRADE?dimensionAtObservation=GATE")) {
            assertThat(SdmxSchema.texts(
                            api.get(DATA + address).expect(501).response().asString(), "//@code"))
                    .containsExactly("501");
        }
        Api.Answer json = api.with("Accept-Language", "vi")
                .get(DATA + "TRADE?format=jsondata&startPeriod=x")
                .expect(400);
        assertThat(json.at("/errors/0/code")).isEqualTo("140");
        assertThat(json.json().at("/errors/0/titles").has("vi")).isTrue();
        assertThat(Api.unchecked()
                        .with("Accept", "image/png")
                        .get(DATA + "TRADE")
                        .expect(406)
                        .response()
                        .asString())
                .contains("code=\"1406\"");
    }
}
