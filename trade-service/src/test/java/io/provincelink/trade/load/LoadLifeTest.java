package io.provincelink.trade.load;

import static io.provincelink.trade.load.LoadFiles.HEADER;
import static io.provincelink.trade.load.LoadFiles.LOADS;
import static io.provincelink.trade.load.LoadFiles.ended;
import static io.provincelink.trade.load.LoadFiles.file;
import static io.provincelink.trade.load.LoadFiles.load;
import static io.provincelink.trade.load.LoadFiles.row;
import static io.provincelink.trade.load.LoadFiles.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What happens to loads that are stopped, left alone, or come at the same time. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LoadLifeTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long MUCH = 10_000;

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "statistician");

    @Inject
    DataSource database;

    @Test
    void a_file_that_still_arrives_can_be_watched() throws IOException {
        try (SlowUpload upload = new SlowUpload("XA.01", MUCH)) {
            upload.write(HEADER + row("1962-01", "080810", "1") + "\n");

            JsonNode seen = newest(load -> load.path("bytes").asLong() > 0);

            assertThat(seen.path("status").asText()).isEqualTo("RUNNING");
            assertThat(seen.path("phase").asText()).isEqualTo("RECEIVING");
            assertThat(seen.path("bytesExpected").asLong()).isEqualTo(MUCH);
            assertThat(seen.path("percent").asInt()).isBetween(0, 49);
        }
    }

    @Test
    void a_client_that_goes_away_leaves_nothing_but_a_failed_load() throws IOException {
        JsonNode seen;
        try (SlowUpload upload = new SlowUpload("XA.01", MUCH)) {
            upload.write(HEADER + row("1962-02", "080810", "1") + "\n");
            seen = newest(load -> load.path("bytes").asLong() > 0);
        }

        JsonNode failed = ended(statistician, address(seen));

        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("failure").asText()).isEqualTo("BROKEN_OFF");
        assertThat(tables()).doesNotContain(table(seen));
        assertThat(figures("1962-02")).isZero();
    }

    @Test
    void a_file_that_still_arrives_can_be_cancelled() throws IOException {
        try (SlowUpload upload = new SlowUpload("XA.01", MUCH)) {
            upload.write(HEADER + row("1962-03", "080810", "1") + "\n");
            JsonNode seen = newest(load -> load.path("bytes").asLong() > 0);

            statistician
                    .send("POST", address(seen) + "/cancellation", "application/json", "")
                    .expect(200);
            String rest = row("1962-03", "080811", "1") + "\n";
            String padded = rest.repeat(200);
            upload.write(padded.substring(0, (int) MUCH - HEADER.length() - rest.length()));

            assertThat(upload.answer()).startsWith("HTTP/1.1 409").contains("load-cancelled");
            assertThat(statistician.get(address(seen)).expect(200).at("/status"))
                    .isEqualTo("CANCELLED");
            assertThat(figures("1962-03")).isZero();
        }
    }

    @Test
    void a_load_that_is_being_merged_can_be_cancelled() throws SQLException {
        try (Lock reporter = new Lock("trade_figureXA.01")) {
            var sent = send(statistician, file(row("1962-04", "080810", "1"))).expect(202);
            String location = sent.header("Location");
            await(() -> "MERGING".equals(statistician.get(location).at("/phase")));

            statistician
                    .send("POST", location + "/cancellation", "application/json", "")
                    .expect(200);

            JsonNode cancelled = ended(statistician, location);
            assertThat(cancelled.path("status").asText()).isEqualTo("CANCELLED");
            await(() -> !tables().contains(table(cancelled)));
        }
        assertThat(figures("1962-04")).isZero();
    }

    @Test
    void a_received_load_is_taken_up_when_whoever_had_it_is_gone() throws SQLException {
        String location;
        try (Lock reporter = new Lock("trade_figureXA.01")) {
            location = send(statistician, file(row("1962-05", "080810", "1")))
                    .expect(202)
                    .header("Location");
            await(() -> "MERGING".equals(statistician.get(location).at("/phase")));
            String id = location.substring(LOADS.length() + 1);
            // what a killed instance leaves: its connection is gone, and with it the transaction
            sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted");
            assertThat(statistician.get(LOADS + "/" + id).at("/status")).isEqualTo("RUNNING");
        }

        assertThat(ended(statistician, location).path("status").asText()).isEqualTo("DONE");
        assertThat(figures("1962-05")).isEqualTo(1);
    }

    @Test
    void a_file_whose_receiver_is_gone_ends_as_failed() throws IOException, SQLException {
        try (SlowUpload upload = new SlowUpload("XA.01", MUCH)) {
            upload.write(HEADER + row("1962-06", "080810", "1") + "\n");
            JsonNode seen = newest(load -> load.path("bytes").asLong() > 0);
            // as if nobody had said a word for long, and nobody will
            sql("""
                    create or replace function silent() returns trigger language plpgsql as $$
                    begin new.heard_of := now() - interval '1 hour'; return new; end $$;
                    create trigger silent before update on trade_load for each row
                    when (new.id = '%s') execute function silent();
                    update trade_load set rows = 0 where id = '%s'
                    """.formatted(seen.path("id").asText(), seen.path("id").asText()));

            JsonNode failed = ended(statistician, address(seen));

            sql("drop trigger silent on trade_load");
            assertThat(failed.path("failure").asText()).isEqualTo("RECEIVER_GONE");
        }
    }

    @Test
    void loads_of_the_same_keys_are_merged_one_after_the_other_as_they_were_acknowledged() throws SQLException {
        List<String> locations = new ArrayList<>();
        try (Lock reporter = new Lock("trade_figureXA.01")) {
            for (int value = 1; value <= 4; value++) {
                String[] rows = new String[50];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = row("1962-07", String.valueOf(80100 + i), String.valueOf(value))
                            .replace(",80", ",080");
                }
                locations.add(send(statistician, file(rows)).expect(202).header("Location"));
            }
        }
        locations.forEach(location -> assertThat(
                        ended(statistician, location).path("status").asText())
                .isEqualTo("DONE"));

        assertThat(number("select count(*) from trade_figure where period = 196207 and value = 400"))
                .isEqualTo(50);
        assertThat(number("select count(*) from trade_figure where period = 196207"))
                .isEqualTo(50);
        assertThat(
                        number(
                                "select count(distinct (value, until_revision)) from trade_figure_superseded where period = 196207"))
                .isEqualTo(3);
        assertThat(number(SumsCheck.differences(1962))).isZero();
    }

    @Test
    void single_figures_and_loads_keep_one_set_of_sums() {
        load(statistician, row("1962-08", "080810", "10"), row("1962-08", "0809", "5"));
        var figure = statistician
                .post("/api/v1/trade-figures", io.provincelink.trade.Drafts.trade("1962-08"))
                .expect(201);
        load(statistician, row("1962-08", "08", ""), row("1962-08", "080810", "11"), row("1962-08", "0809", ""));

        statistician.get(figure.header("Location")).expect(404);
        assertThat(figures("1962-08")).isEqualTo(1);
        assertThat(number(SumsCheck.differences(1962))).isZero();
        assertThat(number("select count(*) from trade_sum where period = 196208 and figures <> 1"))
                .isZero();
    }

    @Test
    void a_single_figure_does_not_wait_for_a_load_to_end() throws SQLException {
        var draft = Drafts.trade("1962-11");
        try (Connection load = database.getConnection()) {
            load.setAutoCommit(false);
            load.createStatement().execute("select pg_advisory_xact_lock(hashtextextended('trade_figureXA.01', 0))");

            var refused = statistician.post("/api/v1/trade-figures", draft).expect(503);

            assertThat(refused.at("/type")).endsWith("figures-busy");
            assertThat(refused.at("/detail")).contains("XA.01");
            assertThat(refused.header("Retry-After")).isEqualTo("30");
            load.rollback();
        }
        statistician.post("/api/v1/trade-figures", draft).expect(201);
        assertThat(number(SumsCheck.differences(1962))).isZero();
    }

    @Test
    void a_file_that_is_announced_too_large_is_refused_before_it_comes() throws IOException {
        try (SlowUpload upload = new SlowUpload("XA.01", (1L << 30) + 1)) {
            assertThat(upload.answer()).startsWith("HTTP/1.1 413").contains("load-too-large", "1,024 MiB");
        }
    }

    @Test
    void more_files_than_an_instance_has_seats_for_are_put_off() throws IOException {
        List<SlowUpload> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                uploads.add(new SlowUpload("XB.010100", MUCH));
                uploads.get(i).write(HEADER);
            }
            await(() -> api.as("XB.010100", "statistician")
                            .get(LOADS + "?status=RUNNING&limit=200")
                            .json()
                            .path("items")
                            .size()
                    == 4);

            var refused = send(statistician, file(row("1962-09", "08", "1"))).expect(503);

            assertThat(refused.header("Retry-After")).isEqualTo("30");
            assertThat(refused.at("/type")).endsWith("loads-busy");
        } finally {
            for (SlowUpload upload : uploads) {
                upload.close();
            }
        }
        await(() -> send(statistician, file(row("1962-09", "08", "1"))).status() == 202);
    }

    /** A lock that somebody else holds. */
    private final class Lock implements AutoCloseable {

        private final Connection connection;

        Lock(String name) throws SQLException {
            connection = database.getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtextextended('" + name + "', 0))");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    private JsonNode newest(Predicate<JsonNode> wanted) {
        JsonNode[] seen = new JsonNode[1];
        await(() -> {
            seen[0] = statistician
                    .get(LOADS + "?status=RUNNING&limit=1")
                    .expect(200)
                    .json()
                    .at("/items/0");
            return wanted.test(seen[0]);
        });
        return seen[0];
    }

    private static void await(BooleanSupplier condition) {
        Instant last = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(last);
            LoadFiles.pause();
        }
    }

    private static String address(JsonNode load) {
        return LOADS + "/" + load.path("id").asText();
    }

    private static String table(JsonNode load) {
        return "trade_load_" + load.path("id").asText().replace("-", "");
    }

    private List<String> tables() {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select relname from pg_class where relname like 'trade_load%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return names;
    }

    private long figures(String month) {
        return number("select count(*) from trade_figure where period = " + month.replace("-", ""));
    }

    private long number(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
