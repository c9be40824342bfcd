package io.provincelink.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.MachineSpeed;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of 100,000 delegations costs what a short one does, and so many are counted while somebody waits. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListTest {

    private static final double MOST_MILLIS_OF_A_SUMMARY = 1_000;

    /**
     * Like one that was made over HTTP, between a few busy pairs and many quiet ones, twelve a day over twenty-three years, levels and
     * fields of very different frequency, sensitive ones never public. Their ids, 7f900000-0000-7000-8000-…, are later than those that the
     * service gives; ids that other tests made up themselves may lie on either side.
     */
    private static final String MANY = """
            insert into delegation (id, version, owner, parties, anchor, within, visibility, readers, consents, external_ids, external_keys,
                recorded_at, updated_at, sending, receiving, level, status, fields, period_from, period_to, size, programme, terms, transitions)
            select ('7f900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 0, a, array[a, b], day,
                   array['CN', 'CN.530000', 'CN.532600', b, 'VN', a], case when sensitive then 'PARTIES' else 'PUBLIC' end,
                   case when sensitive then array[a, b, 'CN.532600', 'CN.530000'] else array['*'] end, '{}', '[]',
                   case when i % 20 = 0 then array['big:' || i] else '{}' end, d.recorded_at, d.updated_at,
                   case when i % 2 = 0 then a else b end, case when i % 2 = 0 then b else a end,
                   case when i % 1000 = 0 then 'BORDER_POST'
                        else (array['DEPARTMENT', 'DISTRICT', 'COMMUNE', 'PROVINCIAL', 'HIGH'])[1 + floor(5 * r * r)::int] end,
                   case when i % 2500 = 1 then 'DECLINED' when i > 99000 then 'PROPOSED' else 'COMPLETED' end,
                   case when sensitive then array['POLICE'] when i % 5000 = 7 then array['HOUSING'] when r < 0.1 then '{}'
                        else array[(array['TRADE', 'HEALTH', 'CULTURE'])[1 + i % 3], 'FRIENDSHIP'] end,
                   day, day + 2, 1 + i % 20, case when i % 10 = 0 then 'big' when i % 10000 = 3 then 'small' end, d.terms, d.transitions
              from delegation d, lateral (
                select i, r, date '2002-01-01' + i / 12 as day, i % 40 = 9 as sensitive,
                       'VN.' || lpad((1 + floor(60 * r * r)::int)::text, 2, '0') as a,
                       (array['CN.532601', 'CN.532622', 'CN.532623', 'CN.532624', 'CN.532625'])[1 + i % 5] as b
                  from (select i, random() as r from generate_series(1, 100000) i) drawn) made
             where d.id = ':one'
            """;

    @Inject
    DataSource database;

    private final Api anonymous = Api.unchecked();
    private boolean filled;

    @BeforeEach
    void fill() throws SQLException {
        if (filled) {
            return;
        }
        filled = true;
        String one = anonymous
                .as("XA.01", "editor")
                .post(Drafts.DELEGATIONS, Drafts.delegation("XA.01", "XB.010100", "2001-03-01", 3))
                .expect(201)
                .at("/id");
        update("select setseed(0.42)", MANY.replace(":one", one), "vacuum analyze delegation");
    }

    @AfterAll
    void empty() throws SQLException {
        update(
                "delete from delegation where id between '7f900000-0000-7000-8000-000000000000'"
                        + " and '7f900000-0000-7000-8000-ffffffffffff'",
                "vacuum analyze delegation");
    }

    private void update(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Object value(String text) {
        if (text.startsWith("[")) {
            return text.substring(1, text.length() - 1).split(",");
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? Date.valueOf(text) : text;
    }

    private static List<Object> values(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(";")).map(LongListTest::value).toList();
    }

    private ListCosts.Question question(String reader, String path, @Nullable String values) {
        boolean nobody = reader.equals("nobody");
        return new ListCosts.Question(
                nobody ? anonymous : anonymous.as(reader, "reader"),
                path,
                nobody ? List.of("*") : List.of("*", reader),
                values(values));
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody |  | ",
                "nobody | level=DEPARTMENT | DEPARTMENT",
                "nobody | level=BORDER_POST | BORDER_POST",
                "nobody | status=COMPLETED | COMPLETED",
                "nobody | status=DECLINED | DECLINED",
                "nobody | status=CANCELLED | CANCELLED",
                "nobody | field=TRADE | TRADE",
                "nobody | field=HOUSING | HOUSING",
                "nobody | field=POLICE | POLICE",
                "nobody | field=GENDER_EQUALITY | GENDER_EQUALITY",
                "nobody | parties=VN.01,CN.532601 | [VN.01,CN.532601]",
                "nobody | parties=VN.42,CN.532625 | [VN.42,CN.532625]",
                "nobody | sending=VN.42 | VN.42",
                "nobody | receiving=VN.42 | VN.42",
                "nobody | sending=VN.42&level=HIGH | VN.42;HIGH",
                "nobody | programme=big | big",
                "nobody | programme=small | small",
                "nobody | externalId=big:1000 | big:1000",
                "nobody | externalId=big:1001 | big:1001",
                "nobody | period=2024-06 | 2024-06-30;2024-06-01",
                "nobody | period=2010-06 | 2010-06-30;2010-06-01",
                "nobody | period=2010/2011 | 2011-12-31;2010-01-01",
                "nobody | period=2050 | 2050-12-31;2050-01-01",
                "VN.42  | field=POLICE | POLICE",
                "VN.42  | parties=VN.42 | [VN.42]",
                "VN.96  | field=POLICE | POLICE",
                "VN.96  | level=BORDER_POST&status=DECLINED | BORDER_POST;DECLINED",
            })
    void a_filtered_list_takes_few_milliseconds(String reader, @Nullable String filters, @Nullable String values)
            throws SQLException {
        String path = Drafts.DELEGATIONS + "?limit=50" + (filters == null ? "" : "&" + filters);

        ListCosts.Cost cost = new ListCosts(database, "delegation").of(question(reader, path, values));

        assertThat(cost.ways()).as(cost.toString()).doesNotContain("Seq Scan");
        assertThat(cost.millis()).as(cost.toString()).isLessThan(cost.mostMillis());
    }

    @Test
    void so_many_are_counted_while_somebody_waits() throws SQLException {
        for (String question : List.of(
                "groupBy=year,level,field",
                "groupBy=year,level,field,direction&region=VN",
                "groupBy=direction&region=VN.01",
                "parties=VN.42,CN.532625&groupBy=year")) {
            double best = Double.MAX_VALUE;
            for (int run = 0; run < 6; run++) {
                long start = System.nanoTime();
                anonymous.get("/api/v1/exchange-summary?" + question).expect(200);
                best = Math.min(best, (System.nanoTime() - start) / 1e6);
            }
            assertThat(best).as(question).isLessThan(mostMillis(best));
        }
    }

    /** As for lists: where a summary takes longer, it may by as much as this machine is slower. */
    private double mostMillis(double taken) throws SQLException {
        if (taken < MOST_MILLIS_OF_A_SUMMARY) {
            return MOST_MILLIS_OF_A_SUMMARY;
        }
        try (Connection connection = database.getConnection()) {
            return MachineSpeed.limit(MOST_MILLIS_OF_A_SUMMARY, connection);
        }
    }
}
