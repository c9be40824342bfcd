package io.provincelink.trade.load.merge;

import io.provincelink.trade.figure.Grain;
import io.provincelink.trade.figure.SumStatements;
import io.provincelink.trade.statistic.Place;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements that take the rows of one file over. Numbers and names of our own stand in them as they are, so that each is planned for
 * what is there; nothing of the file's text gets here but its currencies' codes, which were looked up.
 */
final class MergeSql {

    private static final String FIGURE =
            "(value, net_grams, period, hs, revision, reporter, partner, flow, gate, regime, months, status, attribution,"
                    + " valuation, hs_edition, currency)";

    /** Table by table: asked of the whole, PostgreSQL would read each of them twice. */
    static final String ANALYZE_SUMS = Arrays.stream(Grain.values())
            .map(grain -> "trade_sum_" + Place.of(grain))
            .collect(Collectors.joining(", ", "analyze ", ""));

    /** The bits of a row's marks that say attribution and valuation, by which sums are told apart. */
    private static final int APART = 252;

    /** Whether a change leaves a figure in the sums that it is in, if with another value. */
    private static final String WITHIN_SUMS =
            "(c.known and c.value >= 0 and c.marks & " + APART + " = c.old_marks & " + APART + ")";

    private final String rows;
    private final Manifest manifest;
    private final int first;
    private final int last;

    /** The table in which the rows of a load wait. */
    static String table(UUID load) {
        return "trade_load_" + load.toString().replace("-", "");
    }

    /** @param rows the table that they wait in */
    MergeSql(String rows, Manifest manifest) {
        this.rows = rows;
        this.manifest = manifest;
        this.first = manifest.periods().get(0);
        this.last = manifest.periods().get(manifest.periods().size() - 1);
    }

    /**
     * Settings of the transaction. Joins are by hash, which needs neither order nor statistics: of a table just filled, or of a new
     * year, there are none, and a planner that expects few rows looks each of millions up. The rows come in the order in which they were sent, in one process, and no plan is compiled: that takes
     * longer than it saves.
     */
    static List<String> settings(long workMemory) {
        return List.of(
                "set local work_mem = " + (workMemory >> 10),
                "set local synchronize_seqscans = off",
                "set local jit = off",
                "set local max_parallel_workers_per_gather = 0",
                "set local plan_cache_mode = force_custom_plan",
                "set local enable_nestloop = off",
                "set local enable_mergejoin = off");
    }

    /** The one lock of all who write figures of a reporter. */
    static String lock(String reporter) {
        return "select pg_advisory_xact_lock(hashtextextended('trade_figure' || '" + reporter + "', 0))";
    }

    /** How many figures the reporter has in the months of the file; asked of the sums, which are few. */
    String known() {
        return "select coalesce(sum(figures), 0) from trade_sum where grain = " + Place.of(Grain.MONTH_GATE)
                + " and reporter = " + manifest.reporter() + " and period = any(" + periods() + ")";
    }

    /** Whether the reporter has figures of several months in the years of the file. */
    String knownRanges() {
        return "select exists (select from trade_sum where grain = " + Place.of(Grain.MONTH_GATE) + " and reporter = "
                + manifest.reporter() + " and period between " + (first / 100 * 100) + " and "
                + (last / 100 * 100 + 99) + " and months > 1 and figures > 0)";
    }

    /** Takes all rows over as new figures; none of them is there yet. */
    String insertAll(int revision) {
        return "insert into trade_figure " + FIGURE + " select " + figure("s", "", String.valueOf(revision)) + " from "
                + rows + " s where s.value >= 0" + (manifest.inOrder() ? "" : " order by s.k1, s.k2");
    }

    /**
     * The rows that change something, each with what it replaces: {@code trade_load_change}.
     *
     * @param few whether the rows are few among the figures there; then each is looked up, else all are read
     */
    String compare(boolean few) {
        return "create temporary table trade_load_change on commit drop as select s.k1, s.k2, s.value, s.net_grams,"
                + " f.value as old_value, f.net_grams as old_net_grams, s.marks, f.marks as old_marks,"
                + " f.revision as old_revision, f.ctid as place, f.k1 is not null as known from " + rows
                + " s left join " + (few ? lookedUp() : allRead()) + " where case when f.k1 is null then s.value >= 0"
                + " else s.value <> f.value or s.net_grams <> f.net_grams or s.marks <> f.marks end";
    }

    /** Packed before they are joined, as the offset says: else each is packed again wherever its key is named. */
    private String allRead() {
        return "(select " + live() + " where f.reporter = " + manifest.reporter() + " and f.period = any(" + periods()
                + ") offset 0) f on f.k1 = s.k1 and f.k2 = s.k2";
    }

    private String lookedUp() {
        return "lateral (select " + live() + " where f.reporter = " + manifest.reporter() + " and f.period = "
                + period("s") + " and f.partner = " + partner("s") + " and f.flow = " + flow("s") + " and f.gate = "
                + gate("s") + " and f.regime = " + regime("s") + " and f.hs = " + hs("s") + " and f.months = "
                + months("s") + " and f.currency = " + currency("s") + ") f on true";
    }

    /** The reporter's figures of the years of the file, in brackets. */
    String knownInYears() {
        return "(select f.period, f.months, " + live() + " where f.reporter = " + manifest.reporter()
                + " and f.period between " + (first / 100 * 100) + " and " + (last / 100 * 100 + 99) + ")";
    }

    /** How many changes there are of each kind, as {@link Changes}. */
    static String count() {
        return "select count(*) filter (where not c.known), count(*) filter (where c.known and c.value >= 0),"
                + " count(*) filter (where c.value < 0), count(*) filter (where not " + WITHIN_SUMS
                + ") from trade_load_change c";
    }

    /** Settings under which two lists in the order of their keys are joined, as they hardly need to be sorted for it. */
    static List<String> orderedJoins() {
        return List.of("set local enable_hashjoin = off", "set local enable_mergejoin = on");
    }

    /** Settings under which a few rows are looked up. */
    static List<String> lookUps() {
        return List.of("set local enable_hashjoin = off", "set local enable_nestloop = on");
    }

    /** Settings for what statistics tell enough of. */
    static List<String> usualJoins() {
        return List.of(
                "set local enable_hashjoin = on", "set local enable_nestloop = on", "set local enable_mergejoin = off");
    }

    String supersede(int revision) {
        return "insert into trade_figure_superseded " + FIGURE.replace(")", ", until_revision)") + " select "
                + figure("c", "old_", "c.old_revision") + ", " + revision + " from trade_load_change c where c.known";
    }

    /** Those of one year, which lie in one table; so a place in it says which figure it is. */
    static String revise(int year, int revision) {
        return "update trade_figure f set value = c.value, net_grams = c.net_grams, status = " + status("c", "")
                + ", attribution = " + attribution("c", "") + ", valuation = " + valuation("c", "") + ", hs_edition = "
                + edition("c", "") + ", revision = " + revision + " from trade_load_change c where c.value >= 0"
                + placed(year);
    }

    static String withdraw(int year) {
        return "delete from trade_figure f using trade_load_change c where c.value < 0" + placed(year);
    }

    private static String placed(int year) {
        int first = year * 100 + 1;
        int last = year * 100 + 12;
        return " and c.known and " + period("c") + " between " + first + " and " + last + " and f.period between "
                + first + " and " + last + " and f.ctid = c.place";
    }

    String insertNew(int revision) {
        return "insert into trade_figure " + FIGURE + " select " + figure("c", "", String.valueOf(revision))
                + " from trade_load_change c where not c.known order by c.k1, c.k2";
    }

    /** Adds the rows of the file to the sums where all of them are new. */
    String addAll() {
        return SumStatements.addCells(cells(counted("s", "", 1) + " from " + rows + " s where s.value >= 0"));
    }

    /**
     * Adds the changes to the sums, and takes what they replace off them. Where old and new belong to the same sums, which is nearly
     * everywhere, their difference is added: half as many rows.
     */
    String addChanges(Changes changes) {
        String differences = "select c.value - c.old_value as value,"
                + " greatest(c.net_grams, 0) - greatest(c.old_net_grams, 0) as net_grams, 0 as figures,"
                + " (c.net_grams >= 0)::integer - (c.old_net_grams >= 0)::integer as weighed,"
                + " (c.marks & 3 = 2)::integer - (c.old_marks & 3 = 2)::integer as estimated,"
                + " (c.marks & 3 = 0)::integer - (c.old_marks & 3 = 0)::integer as provisional, " + cellKey("c", "")
                + " from trade_load_change c where " + WITHIN_SUMS;
        if (changes.isWithinSums()) {
            return SumStatements.addCells(cells(differences));
        }
        return SumStatements.addCells(cells(differences
                + " union all " + counted("c", "", 1) + " from trade_load_change c where c.value >= 0 and not "
                + WITHIN_SUMS
                + " union all " + counted("c", "old_", -1) + " from trade_load_change c where c.known and not "
                + WITHIN_SUMS));
    }

    /** What a figure adds to its sums, or takes off them. */
    private static String counted(String s, String time, int sign) {
        String value = s + "." + time + "value";
        String netGrams = s + "." + time + "net_grams";
        String status = s + "." + time + "marks & 3";
        return "select %1$d * %2$s as value, %1$d * greatest(%3$s, 0) as net_grams, %1$d as figures,"
                        .formatted(sign, value, netGrams)
                + " %1$d * (%2$s >= 0)::integer as weighed, %1$d * (%3$s = 2)::integer as estimated,"
                        .formatted(sign, netGrams, status)
                + " %d * (%s = 0)::integer as provisional, ".formatted(sign, status)
                + cellKey(s, time);
    }

    private static String cellKey(String s, String time) {
        return s + ".k1, (((" + s + ".k2 >> 14) / 100000) << 14) | (" + s + ".k2 & 16383) as k2, " + s + "." + time
                + "marks & " + APART + " as marks";
    }

    /** Added up by the packed key, whose HS number is a chapter here; unpacked when there are few rows left. */
    private String cells(String counted) {
        return "select c.value, c.net_grams, c.figures, c.weighed, c.estimated, c.provisional, " + period("c")
                + " as period, " + months("c") + " as months, " + manifest.reporter() + "::smallint as reporter, "
                + partner("c") + " as partner, " + flow("c") + " as flow, " + gate("c") + " as gate, " + regime("c")
                + " as regime, " + hs("c") + " as chapter, " + attribution("c", "") + " as attribution, "
                + valuation("c", "") + " as valuation, " + currency("c") + " as currency from ("
                + "select sum(d.value) as value, sum(d.net_grams) as net_grams, sum(d.figures) as figures,"
                + " sum(d.weighed) as weighed, sum(d.estimated) as estimated, sum(d.provisional) as provisional,"
                + " d.k1, d.k2, d.marks"
                + " from (" + counted + ") d group by d.k1, d.k2, d.marks) c";
    }

    /** Removes what has no figures any more, in the months of the file and their years. */
    String dropEmptySums() {
        return SumStatements.DROP_EMPTY
                .replace(":reporter", String.valueOf(manifest.reporter()))
                .replace(":partners", numbers(manifest.partners()))
                .replace(":months", periods());
    }

    /** The columns of {@link #FIGURE}. */
    private String figure(String s, String time, String revision) {
        return String.join(
                ", ",
                s + "." + time + "value",
                s + "." + time + "net_grams",
                period(s),
                hs(s),
                revision,
                manifest.reporter() + "::smallint",
                partner(s),
                flow(s),
                gate(s),
                regime(s),
                months(s),
                status(s, time),
                attribution(s, time),
                valuation(s, time),
                edition(s, time),
                currency(s));
    }

    /** A live figure in the form of a row of the file. */
    private String live() {
        return "(f.period::bigint << 35) | (f.partner::bigint << 20) | (f.flow::bigint << 18) | (f.gate::bigint << 3)"
                + " | f.regime as k1, (f.hs::bigint << 14) | (f.months::bigint << 10) | " + currencyPlace()
                + " as k2, f.value, f.net_grams, (f.hs_edition::integer << 8) | (f.valuation::integer << 5)"
                + " | (f.attribution::integer << 2) | f.status as marks, f.revision, f.ctid"
                + " from trade_figure f";
    }

    private String currencyPlace() {
        return IntStream.range(0, manifest.currencies().size())
                .mapToObj(i -> "when '" + manifest.currencies().get(i) + "' then " + i)
                .collect(Collectors.joining(" ", "case f.currency ", " else " + (PackedKey.CURRENCIES - 1) + " end"));
    }

    private String periods() {
        return numbers(manifest.periods());
    }

    private static String numbers(List<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::integer[]"));
    }

    // --- PackedKey, unpacked

    static String period(String s) {
        return "(" + s + ".k1 >> 35)::integer";
    }

    private static String partner(String s) {
        return "((" + s + ".k1 >> 20) & 32767)::smallint";
    }

    private static String flow(String s) {
        return "((" + s + ".k1 >> 18) & 3)::smallint";
    }

    static String gate(String s) {
        return "((" + s + ".k1 >> 3) & 32767)::smallint";
    }

    private static String regime(String s) {
        return "(" + s + ".k1 & 7)::smallint";
    }

    static String hs(String s) {
        return "(" + s + ".k2 >> 14)::integer";
    }

    static String months(String s) {
        return "((" + s + ".k2 >> 10) & 15)::smallint";
    }

    private String currency(String s) {
        List<String> codes = manifest.currencies();
        if (codes.size() == 1) {
            return "'" + codes.get(0) + "'::varchar";
        }
        return IntStream.range(0, codes.size())
                .mapToObj(i -> "when " + i + " then '" + codes.get(i) + "'::varchar")
                .collect(Collectors.joining(" ", "case " + s + ".k2 & 1023 ", " end"));
    }

    private static String status(String s, String time) {
        return "(" + s + "." + time + "marks & 3)::smallint";
    }

    private static String attribution(String s, String time) {
        return "((" + s + "." + time + "marks >> 2) & 7)::smallint";
    }

    private static String valuation(String s, String time) {
        return "((" + s + "." + time + "marks >> 5) & 7)::smallint";
    }

    private static String edition(String s, String time) {
        return "(" + s + "." + time + "marks >> 8)::smallint";
    }
}
