package io.provincelink.trade.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small files of invented figures, and what becomes of them. */
public final class LoadFiles {

    static final String LOADS = "/api/v1/trade-loads";
    static final String HEADER = "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status\n";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private LoadFiles() {}

    static String file(String... rows) {
        return HEADER + String.join("\n", rows) + "\n";
    }

    /** Exports of XA.01 to XB.010100. */
    static String row(String period, String hs, String value) {
        return period + ",XA.01,XB.010100,EXPORT,,NORMAL," + hs + ",USD," + value + ",,FINAL";
    }

    static Api.Answer send(Api api, String file) {
        return send(api, "", file);
    }

    static Api.Answer send(Api api, String query, String file) {
        return api.send("POST", LOADS + query, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file that is taken, and waits until the load has ended. */
    static JsonNode load(Api api, String... rows) {
        return ended(api, send(api, file(rows)).expect(202));
    }

    static JsonNode ended(Api api, Api.Answer sent) {
        return ended(api, sent.header("Location"));
    }

    static JsonNode ended(Api api, String location) {
        Instant last = Instant.now().plus(LONGEST);
        while (Instant.now().isBefore(last)) {
            JsonNode load = api.get(location).expect(200).json();
            if (!load.path("status").asText().equals("RUNNING")) {
                return load;
            }
            pause();
        }
        throw new AssertionError("still running: " + api.get(location).json());
    }

    /** What is wrong with the rows of a load that failed for it: line, column if it is one, code and sentence. */
    static List<String> faults(Api api, JsonNode load) {
        assertThat(load.path("failure").asText()).isEqualTo("ROW_ERRORS");
        List<String> faults = new ArrayList<>();
        api.get(LOADS + "/" + load.path("id").asText() + "/errors")
                .expect(200)
                .json()
                .path("items")
                .forEach(error -> faults.add(error.path("line").asText()
                        + (error.has("column") ? " " + error.path("column").asText() : "") + " "
                        + error.path("code").asText() + ": "
                        + error.path("message").asText()));
        return faults;
    }

    /** The values that XA.01 reports of a period. */
    static List<String> values(Api api, String period) {
        return api.get("/api/v1/trade-figures?reporter=XA.01&limit=200&period=" + period)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("value");
    }

    public static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
