package io.provincelink.trade.figure;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.statistic.Place;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeFigureRevisionTest {

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "statistician");

    @Inject
    DataSource database;

    @Test
    void a_revision_replaces_values_and_moves_the_version() {
        var created = create("2008-01");

        var revised = statistician
                .with("If-Match", created.etag())
                .patch(
                        created.header("Location"),
                        Map.of(
                                "value", 2000,
                                "netKg", 7,
                                "status", "PROVISIONAL",
                                "attribution", "GATE",
                                "valuation", "CIF"))
                .expect(200);

        assertThat(revised.at("/value")).isEqualTo("2000.0");
        assertThat(revised.at("/netKg")).isEqualTo("7.0");
        assertThat(revised.at("/status")).isEqualTo("PROVISIONAL");
        assertThat(revised.at("/attribution")).isEqualTo("GATE");
        assertThat(revised.at("/valuation")).isEqualTo("CIF");
        assertThat(revised.etag()).isNotEqualTo(created.etag());
        assertThat(api.get(created.header("Location")).expect(200).json()).isEqualTo(revised.json());
    }

    @Test
    void the_old_figure_is_kept_with_who_replaced_it() throws SQLException {
        var created = create("2008-02");
        var revised = patch(created, Map.of("value", 2000)).expect(200);

        var old = rows("""
                select s.value, u.by_region, u.by_body, v.at < u.at as held
                  from trade_figure_superseded s
                  join trade_revision v on v.number = s.revision
                  join trade_revision u on u.number = s.until_revision
                 where s.period = ?
                """, 200802);

        assertThat(old).hasSize(1);
        assertThat(old.get(0))
                .containsEntry("value", 100_050L)
                .containsEntry("by_region", "XA.01")
                .containsEntry("by_body", "Foreign affairs department of XA.01")
                .containsEntry("held", true);
        assertThat(revised.at("/updatedAt")).isNotEqualTo(created.at("/updatedAt"));
    }

    @Test
    void a_figure_is_read_as_it_was_known() {
        var created = create("2008-06");
        var revised = patch(created, Map.of("value", 2000)).expect(200);
        String location = created.header("Location");
        String list = "/api/v1/trade-figures?period=2008-06&asOf=";

        assertThat(api.get(location + "?asOf=" + created.at("/updatedAt"))
                        .expect(200)
                        .json())
                .isEqualTo(created.json());
        assertThat(api.get(location + "?asOf=" + revised.at("/updatedAt"))
                        .expect(200)
                        .json())
                .isEqualTo(revised.json());
        assertThat(api.get(list + created.at("/updatedAt")).expect(200).json().at("/items/0"))
                .isEqualTo(created.json());
        assertThat(api.get(list + revised.at("/updatedAt")).expect(200).json().at("/items"))
                .containsExactly(revised.json());
        assertThat(api.get(list + "2008-07-01").expect(200).json().at("/items")).isEmpty();
        api.get(location + "?asOf=2008-07-01").expect(404);
        assertThat(fault(api.get(location + "?asOf=2999-01-01"), "?asOf")).isEqualTo("in-future");
        assertThat(fault(api.get(list + "yesterday"), "?asOf")).isEqualTo("wrong-format");
    }

    @Test
    void the_sums_follow_every_write() throws SQLException {
        var created = statistician
                .post("/api/v1/trade-figures", with(trade("2008-12"), "hs", "0810", "netKg", 5, "status", "ESTIMATED"))
                .expect(201);
        statistician.post("/api/v1/trade-figures", trade("2008-12")).expect(201);

        assertThat(sums()).containsExactly("200100 of 2, 1 weighed 5000 g, 1 estimated in ORIGIN_DESTINATION");

        patch(created, Map.of("value", 0.5, "status", "FINAL", "attribution", "GATE"))
                .expect(200);

        assertThat(sums())
                .containsExactly(
                        "100050 of 1, 0 weighed 0 g, 0 estimated in ORIGIN_DESTINATION",
                        "50 of 1, 1 weighed 5000 g, 0 estimated in GATE");
    }

    /** What the month's row says, which is the same in all three grains of a month. */
    private List<String> sums() throws SQLException {
        List<Map<String, Object>> rows = rows("""
                select distinct value, figures, weighed, net_grams, estimated, attribution
                  from trade_sum where period = ? order by attribution
                """, 200812);
        return rows.stream()
                .map(row -> "%s of %s, %s weighed %s g, %s estimated in %s"
                        .formatted(
                                row.get("value"),
                                row.get("figures"),
                                row.get("weighed"),
                                row.get("net_grams"),
                                row.get("estimated"),
                                Place.read(Attribution.class, row.get("attribution"))))
                .toList();
    }

    @Test
    void every_write_is_in_the_change_log_once() throws SQLException {
        var created = create("2008-03");
        patch(created, Map.of("value", 2000)).expect(200);

        var changes = rows(
                "select type, op, version, actor_region, visibility_after, parties_after::text as parties,"
                        + " snapshot ->> 'value' as value from change where record_id = ? order by seq",
                UUID.fromString(created.at("/id")));

        assertThat(changes).extracting(change -> change.get("op")).containsExactly("CREATED", "UPDATED");
        assertThat(changes).extracting(change -> change.get("value")).containsExactly("1000.50", "2000.00");
        assertThat(changes)
                .extracting(change -> (Long) change.get("version"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(changes.get(1))
                .containsEntry("type", "TRADE_FIGURE")
                .containsEntry("actor_region", "XA.01")
                .containsEntry("visibility_after", "PUBLIC")
                .containsEntry("parties", "{XA.01,XB.010100}");
    }

    @Test
    void a_patch_that_changes_nothing_leaves_no_trace() throws SQLException {
        var created = create("2008-04");

        var answer = patch(created, Map.of("value", 1000.5)).expect(200);

        assertThat(answer.etag()).isEqualTo(created.etag());
        assertThat(rows("select value from trade_figure_superseded where period = ?", 200804))
                .isEmpty();
    }

    @Test
    void what_the_figure_is_about_stays() {
        var created = create("2008-05");

        assertThat(fault(patch(created, Map.of("month", "2008-06")), "/month")).isEqualTo("fixed");
        assertThat(fault(patch(created, Map.of("reporter", "XA.02")), "/reporter"))
                .isEqualTo("fixed");
        assertThat(fault(patch(created, Map.of("flow", "IMPORT")), "/flow")).isEqualTo("fixed");
        assertThat(fault(patch(created, Map.of("currency", "CNY")), "/currency"))
                .isEqualTo("fixed");
        assertThat(fault(patch(created, Map.of("value", 1.001)), "/value")).isEqualTo("too-many-decimals");
        assertThat(fault(patch(created, Map.of("value", -1)), "/value")).isEqualTo("positive-or-zero");
        assertThat(fault(patch(created, Map.of("worth", 1)), "/worth")).isEqualTo("unknown-field");
    }

    @Test
    void a_weight_is_taken_back_with_null() {
        var created = statistician
                .post("/api/v1/trade-figures", with(trade("2008-07"), "netKg", 5))
                .expect(201);

        // the contract's patch schema has no null in it; RFC 7396 does
        var revised = Api.unchecked()
                .as("XA.01", "statistician")
                .with("If-Match", created.etag())
                .patch(created.header("Location"), "{\"netKg\":null}")
                .expect(200);

        assertThat(revised.json().has("netKg")).isFalse();
    }

    @Test
    void a_revision_needs_the_version_that_was_read() {
        var created = create("2008-08");
        String location = created.header("Location");

        statistician.patch(location, Map.of("value", 1)).expect(428);
        patch(created, Map.of("value", 1)).expect(200);
        patch(created, Map.of("value", 2)).expect(412);
        statistician
                .with("If-Match", created.etag())
                .patch("/api/v1/trade-figures/" + UUID.randomUUID(), Map.of("value", 1))
                .expect(404);
    }

    @Test
    @Timeout(30)
    void of_two_revisions_at_once_the_second_has_not_read_the_first() throws Exception {
        var created = create("2008-10");
        CompletableFuture<Api.Answer> second;

        try (var first = database.getConnection()) {
            first.setAutoCommit(false);
            for (String step : List.of(
                    "select pg_advisory_xact_lock(hashtextextended('trade_figureXA.01', 0))",
                    "insert into trade_revision (at, by_region) values (now(), 'XA.01')",
                    "update trade_figure set value = 7, revision = (select max(number) from trade_revision)"
                            + " where period = 200810")) {
                try (var statement = first.createStatement()) {
                    statement.execute(step);
                }
            }
            second = CompletableFuture.supplyAsync(() -> patch(created, Map.of("value", 8)));
            while (!somebodyWaits() && !second.isDone()) {
                Thread.sleep(10);
            }
            first.commit();
        }

        assertThat(second.get().expect(412).at("/type")).isEqualTo("urn:provincelink:problem:stale-version");
        assertThat(api.get(created.header("Location")).expect(200).at("/value")).isEqualTo("0.07");
    }

    @Test
    void a_number_that_nothing_can_hold_is_a_fault() {
        var created = create("2008-11");

        patch(created, Map.of("hsEdition", 99_999_999_999L)).expect(400);
    }

    @Test
    void nobody_else_revises_it() {
        var created = create("2008-09");
        String location = created.header("Location");
        Api knowing = api.with("If-Match", created.etag());

        knowing.patch(location, Map.of("value", 1)).expect(401);
        knowing.as("XA.01", "reader").patch(location, Map.of("value", 1)).expect(403);
        knowing.as("XB.010100", "statistician")
                .patch(location, Map.of("value", 1))
                .expect(403);
        knowing.as("VN.15", "editor").patch(location, Map.of("value", 1)).expect(403);
        knowing.as("XA.01", "editor").patch(location, Map.of("value", 1)).expect(200);
    }

    private Api.Answer create(String month) {
        return statistician.post("/api/v1/trade-figures", trade(month)).expect(201);
    }

    private Api.Answer patch(Api.Answer created, Map<String, Object> change) {
        return statistician.with("If-Match", created.etag()).patch(created.header("Location"), change);
    }

    private boolean somebodyWaits() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return result.next();
        }
    }

    private List<Map<String, Object>> rows(String sql, Object parameter) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            var result = statement.executeQuery();
            while (result.next()) {
                Map<String, Object> row = new HashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
