package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters that have an index of their own can be answered by it; scans are switched off, for the tables of the tests are small. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FilterIndexTest {

    private final Database database = new Database();

    @ParameterizedTest(name = "{1} answers {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "programme where first_open_due < date '2025-01-01' | programme_first_open_due",
                "programme where predecessor_id in ('0198c0de-0000-7000-8000-000000000001') | programme_predecessor",
                "programme where rests_on @> array['0198c0de-0000-7000-8000-000000000001']::uuid[] | programme_rests_on",
                "twinning where units && array['VN.02', 'VN.08']::varchar[] | twinning_units",
                "poverty_list where units @> array['VN.033']::varchar[] | poverty_list_units",
            })
    void a_filter_has_its_index(String question, String index) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (ResultSet lines = statement.executeQuery("explain select id from " + question)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        assertThat(plan).contains(index);
    }
}
