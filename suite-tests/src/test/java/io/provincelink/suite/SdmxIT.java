package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SDMX through the gateway as programs of others ask for it: sdmx-rest, which builds the addresses and checks the media types. */
@ExtendWith(SharedSuite.class)
class SdmxIT {

    private static final NodeScript CLIENT = new NodeScript("sdmx.mjs", "sdmx-rest@2.20.0");

    private final RunningSuite suite;
    private final String statistician;

    SdmxIT(RunningSuite suite) {
        this.suite = suite;
        this.statistician = SuiteTokens.of(suite, "XA.01", "reader", "statistician");
    }

    @Test
    void addresses_and_media_types_are_those_of_the_standard() throws IOException {
        Path client = CLIENT.installed();
        report("1993-10", 1);
        report("1993-11", 2);

        JsonNode said = new ObjectMapper()
                .readTree(CLIENT.run(
                        client,
                        "http://127.0.0.1:" + suite.port() + "/api/v1/sdmx/2.1",
                        "TRADE",
                        "M.XA_01+XA_02.XB_010100.EXPORT...0813.USD"));

        assertThat(said.at("/flows").toString()).contains("TRADE", "TRADE_CHAPTER", "TRADE_GATE");
        assertThat(said.at("/codes")).hasSize(10);
        for (String form : new String[] {"generic", "timeSeries", "specificTimeSeries"}) {
            assertThat(said.path(form).asText()).contains("1993-10", "1993-11", "\"2.00\"");
        }
        assertThat(said.at("/specific").asText()).contains("HS=\"0813\"").doesNotContain("1993-10");
        assertThat(said.at("/values/0:0:0:0:0:0:0:0/observations/1/0").decimalValue())
                .isEqualByComparingTo("2");
        assertThat(said.at("/flat/observations")).hasSize(2);
        assertThat(said.at("/last").asText()).contains("1993-11").doesNotContain("1993-10");
        assertThat(said.at("/labels").asText()).contains("XA_01: Province A One");
        assertThat(said.at("/available").asText()).contains("<com:Value>_X</com:Value>");
        assertThat(said.at("/none").asText()).contains("100");
    }

    private void report(String month, int value) {
        suite.post(statistician, "/api/v1/trade-figures", """
                        {"month": "%s", "reporter": "XA.01", "partner": "XB.010100", "flow": "EXPORT", "regime": "NORMAL",
                         "hs": "0813", "value": %d, "currency": "USD", "status": "FINAL"}
                        """.formatted(month, value))
                .expect(201);
    }
}
