package io.provincelink.trade.load.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.provincelink.testing.trade.FictionalGates;
import io.provincelink.testing.trade.TradeGenerator;
import io.provincelink.testing.trade.TradePlan;
import io.provincelink.trade.gate.GateNumbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up files are files that can be loaded, and tell of a trade that there might be. */
class TradeGeneratorTest {

    private static final TradePlan OF_A = TradePlan.of(TradePlan.A, YearMonth.of(1975, 1), 4, 40_000);
    private static final int FLOW = 3;
    private static final int HS = 6;
    private static final int VALUE = 8;

    @Test
    void the_same_plan_gives_the_same_bytes() {
        assertThat(bytes(OF_A)).isEqualTo(bytes(OF_A));
        assertThat(bytes(OF_A)).isNotEqualTo(bytes(OF_A.seeded(2)));
        assertThat(bytes(OF_A)).isNotEqualTo(bytes(OF_A.mirrored()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 50_001})
    void a_file_has_as_many_rows_as_were_wanted(int rows) {
        assertThat(rows(TradePlan.of(TradePlan.B, YearMonth.of(1975, 11), 3, rows)))
                .hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {TradePlan.A, TradePlan.B})
    void every_row_is_right_and_comes_in_the_order_of_the_key(String reporter) throws IOException {
        List<List<Integer>> keys = new ArrayList<>();
        RowErrors errors = new RowErrors();

        read(TradePlan.of(reporter, YearMonth.of(1975, 1), 4, 40_000), row -> keys.add(key(row)), errors);

        assertThat(errors.first()).isEmpty();
        assertThat(keys).hasSize(40_000);
        for (int i = 1; i < keys.size(); i++) {
            assertThat(compare(keys.get(i - 1), keys.get(i))).as("row " + i).isNegative();
        }
    }

    @Test
    void every_lane_and_chapter_has_some_and_more_rows_make_no_more_of_them() {
        Set<String> some = sums(TradePlan.of(TradePlan.A, YearMonth.of(1975, 1), 2, 20_000));
        Set<String> more = sums(TradePlan.of(TradePlan.A, YearMonth.of(1975, 1), 2, 60_000));

        assertThat(more).isEqualTo(some);
        assertThat(some.stream().map(sum -> sum.split(",")[4]).filter(gate -> !gate.isEmpty()))
                .containsAll(FictionalGates.codes());
        assertThat(some.stream().map(sum -> sum.substring(sum.length() - 2)).distinct())
                .hasSize(96)
                .doesNotContain("77", "98", "99", "00");
    }

    /** CIF is 5 to 15 % more than FOB, 10 % on the average; goods that come late or under other codes do not change that much. */
    @Test
    void what_one_side_imports_is_worth_more_than_what_the_other_exports() {
        List<String[]> ofA = between(OF_A);
        List<String[]> ofB = between(OF_A.mirrored());

        assertThat(total(ofB, "IMPORT") / total(ofA, "EXPORT")).isCloseTo(1.10, within(0.03));
        assertThat(total(ofA, "IMPORT") / total(ofB, "EXPORT")).isCloseTo(1.10, within(0.03));
    }

    @Test
    void most_goods_are_reported_by_both_sides_and_some_by_one() {
        Map<String, BigDecimal> exported = byGoods(between(OF_A), "EXPORT");
        Map<String, BigDecimal> imported = byGoods(between(OF_A.mirrored()), "IMPORT");
        Set<String> both = new TreeSet<>(exported.keySet());
        both.retainAll(imported.keySet());

        assertThat((double) both.size() / exported.size()).isBetween(0.95, 0.99);
        long asUsual = both.stream()
                .filter(goods -> {
                    double factor = imported.get(goods).doubleValue()
                            / exported.get(goods).doubleValue();
                    return factor >= 1.049 && factor <= 1.151;
                })
                .count();
        assertThat((double) asUsual / both.size()).isBetween(0.80, 0.97);
    }

    @Test
    void a_revision_changes_as_many_rows_as_were_wanted_and_no_key() {
        List<String> first = rows(OF_A);
        List<String> revised = rows(OF_A.revised(100));
        List<String> again = rows(OF_A.revised(100).revised(100));

        assertThat(keys(revised)).isEqualTo(keys(first));
        assertThat(differing(first, revised)).isCloseTo(4000, within(400));
        assertThat(differing(revised, again)).isCloseTo(4000, within(400));
        assertThat(differing(first, rows(OF_A.revised(0)))).isZero();
        assertThat(differing(first, rows(OF_A.revised(1000)))).isEqualTo(first.size());
    }

    private static List<Integer> key(ParsedRow row) {
        return List.of(row.period, (int) row.partner, (int) row.flow, (int) row.gate, (int) row.regime, row.hs);
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            int compared = one.get(i).compareTo(other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static void read(TradePlan plan, RowTarget target, RowErrors errors) throws IOException {
        Map<String, Short> gates = new HashMap<>();
        FictionalGates.codes().forEach(code -> gates.put(code, (short) (gates.size() + 1)));
        Map<String, Integer> traders = new HashMap<>();
        RowRules rules = new RowRules(
                ReadFile.caller(plan.reporter()),
                new GateNumbers(gates),
                code -> traders.computeIfAbsent(code, added -> traders.size() + 1));
        new CsvRows(Dialect.USUAL, rules).read(new ByteArrayInputStream(bytes(plan)), target, errors);
    }

    private static byte[] bytes(TradePlan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TradeGenerator(plan).write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<String> rows(TradePlan plan) {
        return new String(bytes(plan), StandardCharsets.US_ASCII)
                .lines()
                .skip(1)
                .toList();
    }

    /** Month, partner, flow, gate, regime and chapter of each row. */
    private static Set<String> sums(TradePlan plan) {
        return rows(plan).stream()
                .map(row -> row.split(",", -1))
                .map(row -> String.join(",", List.of(row).subList(0, HS)) + "," + row[HS].substring(0, 2))
                .collect(Collectors.toSet());
    }

    /** What goes between the two units, not between one and the rest of the other country. */
    private static List<String[]> between(TradePlan plan) {
        return rows(plan).stream()
                .map(row -> row.split(",", -1))
                .filter(row -> row[2].contains("."))
                .toList();
    }

    private static double total(List<String[]> rows, String flow) {
        return rows.stream()
                .filter(row -> row[FLOW].equals(flow))
                .mapToDouble(row -> Double.parseDouble(row[VALUE]))
                .sum();
    }

    private static Map<String, BigDecimal> byGoods(List<String[]> rows, String flow) {
        return rows.stream()
                .filter(row -> row[FLOW].equals(flow))
                .collect(Collectors.toMap(
                        row -> String.join(",", row[0], row[4], row[5], row[HS]), row -> new BigDecimal(row[VALUE])));
    }

    private static List<String> keys(List<String> rows) {
        return rows.stream()
                .map(row -> String.join(",", List.of(row.split(",", -1)).subList(0, VALUE)))
                .toList();
    }

    private static int differing(List<String> one, List<String> other) {
        int differing = 0;
        for (int i = 0; i < one.size(); i++) {
            differing += one.get(i).equals(other.get(i)) ? 0 : 1;
        }
        return differing;
    }
}
