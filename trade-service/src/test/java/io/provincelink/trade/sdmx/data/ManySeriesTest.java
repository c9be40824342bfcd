package io.provincelink.trade.sdmx.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.provincelink.trade.figure.SumStatements;
import io.provincelink.trade.sdmx.SdmxSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More figures than are read at once, in one chapter. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ManySeriesTest {

    private static final int GOODS = 200;
    private static final int MONTHS = 120;

    /** 850100 to 850299, each in every month of the decade. */
    private static final String FIGURES = """
            insert into trade_figure (value, net_grams, period, hs, revision, reporter, partner, flow, gate, regime, months, status,
                                      attribution, valuation, hs_edition, currency)
            select goods * 1000 + month, -1, (1990 + month / 12) * 100 + month % 12 + 1, (850000 + goods) * 10 + 6, v.number,
                   a.number, b.number, 0, 0, 2, 1, 1, 0, 0, 0, 'CNY'
              from generate_series(100, 299) goods, generate_series(0, 119) month,
                   (select max(number) as number from trade_revision) v, trader a, trader b
             where a.code = 'XA.01' and b.code = 'XB.010100'
            """;

    private static final String THESE = " from trade_figure where regime = 2 and currency = 'CNY' and hs / 100000 = 85";

    @Inject
    AgroalDataSource database;

    private final Api api = Api.checked();

    @BeforeEach
    void fill() throws SQLException {
        // both regions have a number, and there is a revision
        Api.checked().as("XA.01", "statistician").post("/api/v1/trade-figures", Drafts.trade("1999-11"));
        run(FIGURES, SumStatements.add("select 1 as sign, " + SumStatements.COLUMNS + THESE));
    }

    @AfterEach
    void clear() throws SQLException {
        run("delete" + THESE, "delete from trade_sum where regime = 2 and currency = 'CNY'");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void all_come_each_series_once_and_whole() {
        assertThat(GOODS * MONTHS).isGreaterThan(SdmxFigures.ROWS_AT_ONCE);

        List<String[]> rows = api.with("Accept", "text/csv")
                .get("/api/v1/sdmx/2.1/data/TRADE/.....TEMPORARY..CNY")
                .expect(200)
                .response()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();

        assertThat(rows).hasSize(GOODS * MONTHS);
        Map<String, Integer> lastLine = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (int line = 0; line < rows.size(); line++) {
            String hs = rows.get(line)[9];
            Integer before = lastLine.put(hs, line);
            assertThat(before == null || before == line - 1)
                    .as(Arrays.toString(rows.get(line)))
                    .isTrue();
            count.merge(hs, 1, Integer::sum);
        }
        assertThat(count).hasSize(GOODS).allSatisfy((hs, months) -> assertThat(months)
                .isEqualTo(MONTHS));
        assertThat(rows.get(0)).contains("850100", "1990-01", "1000.00");
        assertThat(rows.get(rows.size() - 1)).contains("850299", "1999-12", "2991.19");
    }

    @Test
    void keys_alone_and_single_goods_are_found_too() {
        String keys = api.get("/api/v1/sdmx/2.1/data/TRADE/.....TEMPORARY..CNY?detail=serieskeysonly")
                .expect(200)
                .response()
                .asString();
        String one = api.get(
                        "/api/v1/sdmx/2.1/data/TRADE/.....TEMPORARY.850299.CNY?startPeriod=1999&format=structurespecificdata")
                .expect(200)
                .response()
                .asString();

        assertThat(SdmxSchema.texts(keys, "//*[local-name()='Value'][@id='HS']/@value"))
                .hasSize(GOODS)
                .doesNotHaveDuplicates();
        assertThat(SdmxSchema.texts(one, "//Obs/@TIME_PERIOD")).hasSize(12).startsWith("1999-01");
    }
}
