package io.provincelink.trade.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.trade.FictionalGates;
import io.provincelink.testing.trade.TradeGenerator;
import io.provincelink.testing.trade.TradePlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of figures: all ways that a load can be taken over end with the same figures and sums. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ManyFiguresLoadTest {

    private static final int ROWS = 20_000;

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "statistician");

    @Inject
    DataSource database;

    @BeforeEach
    void gates() {
        for (String code : FictionalGates.codes()) {
            var answer = api.as("XA.01", "editor").post("/api/v1/gates", FictionalGates.draft(code));
            assertThat(answer.status()).isIn(201, 409);
        }
    }

    @Test
    void fresh_months_then_a_revision_of_a_part_then_the_same_again() throws Exception {
        TradePlan plan = TradePlan.of(TradePlan.A, YearMonth.of(2031, 1), 12, ROWS);

        JsonNode fresh = load(text(plan));
        JsonNode revised = load(text(plan.revised(300)));
        JsonNode same = load(text(plan.revised(300)));

        assertThat(fresh.at("/counts/added").asInt()).isEqualTo(ROWS);
        int changed = revised.at("/counts/revised").asInt();
        assertThat(changed).isBetween(ROWS / 5, ROWS / 2);
        assertThat(revised.at("/counts/unchanged").asInt()).isEqualTo(ROWS - changed);
        assertThat(same.at("/counts/unchanged").asInt()).isEqualTo(ROWS);
        assertThat(number("select count(*) from trade_figure where period / 100 = 2031"))
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from trade_figure_superseded where period / 100 = 2031"))
                .isEqualTo(changed);
        assertThat(number(SumsCheck.differences(2031))).isZero();
    }

    @Test
    void rows_in_no_order_give_what_they_give_in_order() throws Exception {
        List<String> lines = new ArrayList<>(text(TradePlan.of(TradePlan.A, YearMonth.of(2032, 1), 6, ROWS))
                .lines()
                .toList());
        String header = lines.remove(0);
        Collections.shuffle(lines, new Random(1));

        JsonNode fresh = load(header + "\n" + String.join("\n", lines));
        lines.add(lines.get(7));
        JsonNode twice = load(header + "\n" + String.join("\n", lines));

        assertThat(fresh.at("/counts/added").asInt()).isEqualTo(ROWS);
        assertThat(twice.path("errors").asInt()).isEqualTo(1);
        assertThat(number(SumsCheck.differences(2032))).isZero();
    }

    @Test
    void a_few_rows_among_many_figures_are_looked_up() throws Exception {
        String all = text(TradePlan.of(TradePlan.A, YearMonth.of(2033, 1), 3, ROWS));
        load(all);
        List<String> lines = all.lines().toList();
        List<String> few = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 1; i < lines.size(); i += 500) {
            String[] fields = lines.get(i).split(",", -1);
            List<String> titles = List.of(lines.get(0).split(","));
            fields[titles.indexOf("value")] = i % 1000 == 1 ? "" : "7";
            few.add(String.join(",", fields));
        }

        JsonNode done = load(String.join("\n", few));

        assertThat(done.at("/counts/revised").asInt()).isEqualTo(20);
        assertThat(done.at("/counts/withdrawn").asInt()).isEqualTo(20);
        assertThat(number("select count(*) from trade_figure where period / 100 = 2033"))
                .isEqualTo(ROWS - 20);
        assertThat(number(SumsCheck.differences(2033))).isZero();
    }

    @Test
    void whatever_a_revision_changes_of_a_figure_the_sums_follow() throws Exception {
        String header = LoadFiles.HEADER.strip() + ",attribution\n";
        String key = "2034-01,XA.01,XB.010100,EXPORT,,NORMAL,";
        load(header
                + (key + "080310,USD,10,5,ESTIMATED,GATE\n")
                + (key + "080320,USD,20,,PROVISIONAL,GATE\n")
                + (key + "080330,USD,30,7,FINAL,GATE\n")
                + (key + "080340,USD,40,0,FINAL,GATE\n"));

        JsonNode revised = load(header
                + (key + "080310,USD,11,,FINAL,GATE\n")
                + (key + "080320,USD,20,9,PROVISIONAL,ENTERPRISE\n")
                + (key + "080330,USD,,,FINAL,GATE\n")
                + (key + "080340,USD,40,,ESTIMATED,GATE\n")
                + (key + "080350,USD,50,1,FINAL,GATE\n"));

        assertThat(revised.path("counts").toString())
                .isEqualTo("{\"added\":1,\"revised\":3,\"unchanged\":0,\"withdrawn\":1}");
        assertThat(number(SumsCheck.differences(2034))).isZero();
    }

    @Test
    void the_planner_is_told_of_the_sums_of_many_figures_at_once() throws Exception {
        String analyzed = "select analyze_count from pg_stat_user_tables where relname = 'trade_sum_5'";
        long before = number(analyzed);

        load(text(TradePlan.of(TradePlan.A, YearMonth.of(2035, 1), 12, ROWS)));

        for (int i = 0; i < 200 && number(analyzed) == before; i++) {
            Thread.sleep(50);
        }
        assertThat(number(analyzed)).isGreaterThan(before);
    }

    private JsonNode load(String file) {
        return LoadFiles.ended(statistician, LoadFiles.send(statistician, file).expect(202));
    }

    private static String text(TradePlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TradeGenerator(plan).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
