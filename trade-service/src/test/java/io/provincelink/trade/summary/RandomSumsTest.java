package io.provincelink.trade.summary;

import static io.provincelink.trade.Drafts.recordGate;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever figures there are, and however they are told apart: each sum is that of the figures in the list. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RandomSumsTest {

    private static final List<String> GROUPS = List.of("year", "month", "flow", "gate", "chapter", "regime", "partner");
    private static final String OF_THE_REPORTER = "reporter=XB.010100&partner=XA.01,XA.02,XA";

    private final Api api = Api.unchecked();
    private final Random random = new Random(1987);

    @Test
    void every_summary_is_the_sum_of_the_figures_in_the_list() {
        recordGate(api, "random-one");
        recordGate(api, "random-two");
        for (int i = 0; i < 250; i++) {
            FigureMother.report(line());
        }
        List<JsonNode> figures = figures("1986-10/1988-04");

        assertThat(figures).hasSizeGreaterThan(50);
        for (int i = 0; i < 60; i++) {
            List<String> groups =
                    GROUPS.stream().filter(group -> random.nextInt(3) == 0).toList();
            assertThat(summary(groups)).as("%s", groups).isEqualTo(added(figures, groups));
        }
    }

    private String line() {
        String year = any("1986", "1987", "1988");
        int month = 1 + random.nextInt(12);
        String months = random.nextInt(6) == 0 && month < 12
                ? "%s-%02d/%s-%02d".formatted(year, month, year, month + 1)
                : "%s-%02d".formatted(year, month);
        return String.join(
                " ",
                "XB.010100",
                any("XA.01", "XA.02", "XA"),
                months,
                any("EXPORT", "IMPORT"),
                any("08", "0810", "27", "270900", "99"),
                any("-", "random-one", "random-two"),
                String.format(Locale.ROOT, "%.2f", random.nextInt(1_000_000) / 100.0),
                "regime=" + any("NORMAL", "BORDER_RESIDENT", "TRANSIT"),
                "currency=" + any("USD", "CNY"),
                "status=" + any("FINAL", "PROVISIONAL", "ESTIMATED"),
                "valuation=" + any("FOB", "CIF"),
                "netKg=" + random.nextInt(100));
    }

    private String any(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** Those whose months all lie in the period, in the usual regimes. */
    private List<JsonNode> figures(String period) {
        List<JsonNode> figures = new ArrayList<>();
        String address = "/api/v1/trade-figures?" + OF_THE_REPORTER + "&limit=200&period=" + period;
        while (address != null) {
            JsonNode page = api.get(address).expect(200).json();
            page.path("items").forEach(figures::add);
            address = page.path("next").asText(null);
        }
        String first = period.split("/")[0];
        String last = period.split("/")[1];
        figures.removeIf(figure -> figure.path("regime").asText().equals("TRANSIT")
                || months(figure)[0].compareTo(first) < 0
                || months(figure)[1].compareTo(last) > 0);
        return figures;
    }

    private static String[] months(JsonNode figure) {
        String month = figure.path("month").asText(null);
        return month != null
                ? new String[] {month, month}
                : new String[] {
                    figure.at("/months/from").asText(), figure.at("/months/to").asText()
                };
    }

    private Map<String, String> summary(List<String> groups) {
        Map<String, String> rows = new TreeMap<>();
        String by = groups.isEmpty() ? "" : "&groupBy=" + String.join(",", groups);
        JsonNode answer = api.get("/api/v1/trade-summary?" + OF_THE_REPORTER + "&period=1986-10/1988-04" + by)
                .expect(200)
                .json();
        for (JsonNode item : answer.path("items")) {
            StringBuilder key = new StringBuilder(item.path("currency").asText());
            for (String group : groups) {
                key.append(' ')
                        .append(
                                group.equals("month")
                                        ? String.join("/", months(item))
                                        : item.path(group).asText("-"));
            }
            String kept = rows.put(
                    key.toString(),
                    text(
                            item.path("value").decimalValue(),
                            item.path("netKg").decimalValue(),
                            item.path("figures").asInt()));
            assertThat(kept).as("one row each: %s", key).isNull();
        }
        return rows;
    }

    private static Map<String, String> added(List<JsonNode> figures, List<String> groups) {
        Map<String, BigDecimal[]> sums = new TreeMap<>();
        for (JsonNode figure : figures) {
            StringBuilder key = new StringBuilder(figure.path("currency").asText());
            for (String group : groups) {
                key.append(' ')
                        .append(
                                switch (group) {
                                    case "year" -> months(figure)[0].substring(0, 4);
                                    case "month" -> String.join("/", months(figure));
                                    case "chapter" -> figure.path("hs").asText().substring(0, 2);
                                    default -> figure.path(group).asText("-");
                                });
            }
            BigDecimal[] one = {
                figure.path("value").decimalValue(), figure.path("netKg").decimalValue(), BigDecimal.ONE
            };
            sums.merge(
                    key.toString(), one, (a, b) -> new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1]), a[2].add(b[2])});
        }
        Map<String, String> rows = new TreeMap<>();
        sums.forEach((key, sum) -> rows.put(key, text(sum[0], sum[1], sum[2].intValue())));
        return rows;
    }

    private static String text(BigDecimal value, BigDecimal netKg, int figures) {
        return value.setScale(2) + " " + netKg.setScale(3) + " " + figures;
    }
}
