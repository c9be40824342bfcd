package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Loads while the service that receives and merges them, or the database under it, is killed again and again. */
class LoadFaultsIT {

    private static final int KILLS = 7;
    private static final int CODES = 20_000;
    private static final int MONTHS = 3;
    /** Two flows under two regimes. */
    private static final int ROWS = CODES * 4;

    /** Every kill comes later than the one before: while the file arrives, while it is taken over, after that. */
    private static final int STEP_MILLIS = 350;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Months in which not all figures are of one load, or not all figures of that load are there. */
    private static final String TORN_MONTHS = """
            select count(*) from (select period from trade_figure where period between 203101 and 203112
                                   group by period having count(distinct value) > 1 or count(*) <> %d) torn
            """.formatted(ROWS);

    /** Grains whose sums together are not what all figures add up to. */
    private static final String WRONG_TOTALS = """
            select count(*) from (
              select g.grain, (select coalesce(sum(s.value), 0) from trade_sum s where s.grain = g.grain) as value
                from generate_series(0, 7) g (grain)) told
             where value <> (select coalesce(sum(value), 0) from trade_figure)
            """;

    /** Rows of the sums that are not what the figures add up to. */
    private static final String WRONG_SUMS = """
            with counted as (
              select sum(f.value) as value, count(*) as figures, g.grain,
                     case when g.grain in (0, 1, 2, 6) then f.period else f.period - f.period % 100 end as period,
                     f.reporter, f.partner, f.flow, case when g.grain in (2, 5, 6, 7) then -1 else f.gate end as gate, f.regime,
                     case when g.grain in (1, 4, 6, 7) then 0 else f.hs / 100000 end as chapter,
                     case when g.grain in (0, 1, 2, 6) then f.months else 12 end as months, f.attribution, f.valuation, f.currency
                from trade_figure f, generate_series(0, 7) g (grain)
               group by 3, 4, f.reporter, f.partner, f.flow, 8, f.regime, 10, 11, f.attribution, f.valuation, f.currency)
            select count(*) from counted c
              full join trade_sum s using (grain, reporter, period, partner, flow, gate, regime, chapter, months, attribution,
                                           valuation, currency)
             where (c.value, c.figures) is distinct from (s.value, s.figures)
            """;

    @Test
    void no_load_is_ever_there_in_part_and_none_that_was_acknowledged_is_lost() throws Exception {
        try (RunningSuite suite = RunningSuite.withNewData("loads and kills")) {
            List<String> acknowledged = new ArrayList<>();
            int[] newest = new int[MONTHS];
            int inTheMiddle = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                int month = kill % MONTHS;
                String token = SuiteTokens.of(suite, "XA.01", "reader", "statistician");
                CompletableFuture<String> sent = send(suite, token, file(month, kill));
                Thread.sleep((long) kill * STEP_MILLIS);
                inTheMiddle += number(suite, "select count(*) from trade_load where status = 'RUNNING'") > 0 ? 1 : 0;
                if (kill % 3 == 0) {
                    suite.killEverything();
                    suite.startAgain();
                } else {
                    kill(suite);
                    suite.service("start", "trade-service");
                }
                String location = sent.join();
                if (!location.isEmpty()) {
                    acknowledged.add(location);
                    newest[month] = kill;
                }
                whole(suite);
            }

            Person statistician = Person.of(suite, "XA.01", "reader", "statistician");
            for (String location : acknowledged) {
                assertThat(ended(statistician, location).path("status").asText())
                        .isEqualTo("DONE");
            }
            whole(suite);
            assertThat(number(suite, WRONG_SUMS)).isZero();
            for (int month = 0; month < MONTHS; month++) {
                // what was sent later may have got in without its acknowledgement getting out
                assertThat(number(
                                suite,
                                "select coalesce(max(value), 0) from trade_figure where period = " + period(month)))
                        .isGreaterThanOrEqualTo(newest[month] * 100L);
            }
            assertThat(acknowledged).as("loads that got through").isNotEmpty();
            assertThat(inTheMiddle).as("kills in the middle of a load").isPositive();
        }
    }

    private static void whole(RunningSuite suite) throws Exception {
        assertThat(number(suite, TORN_MONTHS)).isZero();
        assertThat(number(suite, WRONG_TOTALS)).isZero();
    }

    /** @return where the load is; empty where it was not acknowledged */
    private static CompletableFuture<String> send(RunningSuite suite, String token, Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + suite.port() + "/api/v1/trade-loads"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .handle((answer, failed) -> failed == null && answer.statusCode() == 202
                        ? answer.headers().firstValue("Location").orElseThrow()
                        : "");
    }

    /** A month's figures, all of one value, which tells the load that they are of. */
    private static Path file(int month, int value) throws IOException {
        Path file = RunningSuite.newDirectory("loads").resolve(month + "-" + value + ".csv");
        StringBuilder rows = new StringBuilder();
        for (String kind : List.of("EXPORT,,NORMAL", "EXPORT,,TRANSIT", "IMPORT,,NORMAL", "IMPORT,,TRANSIT")) {
            for (int code = 0; code < CODES; code++) {
                rows.append("2031-%02d,XA.01,XB.010100,%s,%06d,USD,%d,,FINAL\n"
                        .formatted(month + 1, kind, 10_000 + code * 40, value));
            }
        }
        Files.writeString(
                file,
                "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status\n" + rows,
                StandardCharsets.UTF_8);
        return file;
    }

    private static int period(int month) {
        return 203101 + month;
    }

    private static void kill(RunningSuite suite) {
        ProcessHandle service = suite.javaChildren().stream()
                .filter(child -> child.info().commandLine().orElse("").contains("trade-service"))
                .findFirst()
                .orElseThrow();
        service.destroyForcibly();
        service.onExit().join();
    }

    private static JsonNode ended(Person person, String location) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        JsonNode load = person.get(location).expect(200).json();
        while (load.path("status").asText().equals("RUNNING")) {
            assertThat(System.nanoTime()).as("still running: " + load).isLessThan(deadline);
            Thread.sleep(200);
            load = person.get(location).expect(200).json();
        }
        return load;
    }

    private static long number(RunningSuite suite, String sql) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (var in = Files.newBufferedReader(suite.data().resolve("secrets/database-passwords.properties"))) {
            passwords.load(in);
        }
        String port = Files.readAllLines(suite.data().resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/trade";
        try (Connection connection = DriverManager.getConnection(url, "trade", passwords.getProperty("trade"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
