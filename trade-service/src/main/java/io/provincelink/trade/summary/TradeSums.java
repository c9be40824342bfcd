package io.provincelink.trade.summary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.MinorUnits;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.TraderNumbers;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.summary.ReportedMonths.Reported;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Sums of trade figures, the only place that adds them up. Figures are public, so no question has a scope predicate. What is told apart
 * by nothing else is told apart by reporter, currency and attribution, so no sum is ever over two of them. FOB and CIF are added, as
 * turnover is both, and each sum says what it is of.
 *
 * <p>All that a reporter reports adds up: a figure without a gate is the part that is not broken down by gate, as a shorter HS code is
 * the part that is not broken down further. A total reported beside its parts would be counted twice.
 */
@Singleton
public class TradeSums implements ScopedRepository {

    /** More rows than anybody reads, and as many as fit into memory beside those of other callers. */
    static final int MOST_ROWS = 30_000;

    private static final String SUMS = """
            select %1$s, bit_or(1 << s.valuation) as valuations, sum(s.value) as value, sum(s.net_grams) as net_grams,
                   sum(s.figures) as figures, sum(s.weighed) as weighed, sum(s.estimated) as estimated,
                   sum(s.provisional) as provisional
              from (%2$s) s
             group by %3$s
             limit %4$d
            """;

    private static final List<String> SUMS_COLUMNS = List.of(
            "reporter",
            "partner",
            "year",
            "period",
            "months",
            "flow",
            "gate",
            "regime",
            "chapter",
            "currency",
            "attribution",
            "valuations",
            "value",
            "net_grams",
            "figures",
            "weighed",
            "estimated",
            "provisional");

    private static final String REPORTED =
            "select s.reporter, s.currency, s.attribution, s.flow, array_agg(distinct s.period * 100 + s.months) as ranges"
                    + " from (%s) s group by s.reporter, s.currency, s.attribution, s.flow";

    private static final List<String> REPORTED_COLUMNS =
            List.of("reporter", "currency", "attribution", "flow", "ranges");

    // seq and times are in the order of commits; numbers of revisions are so for each reporter alone
    private static final String STATE = "select h.seq, (select max(r.at) from trade_revision r) from change_head h";

    /** In months, of which a question weighs as much as a hundred, since its filters may be long: a few megabytes. */
    private static final long MOST_REMEMBERED = 50_000;

    private final RecordStore store;
    private final TraderNumbers traders;
    private final Cache<Reports, List<Reported>> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((Reports asked, List<Reported> months) -> 100 + months.size())
            .build();

    public TradeSums(RecordStore store, TraderNumbers traders) {
        this.store = store;
        this.traders = traders;
    }

    /**
     * How far this service's record has come.
     *
     * @param version moves with every write
     * @param knownAt when the last figure or load became known; null before the first
     */
    public record State(long version, @Nullable Instant knownAt) {}

    /** One small query: what a sum of this version said is still true while the version stays. */
    public State state(Caller caller) {
        Object[] row = session().createNativeQuery(STATE, Object[].class).getSingleResult();
        return new State(((Number) row[0]).longValue(), (Instant) row[1]);
    }

    /**
     * The sums, in no order.
     *
     * @throws ProblemException 400 when there are more than {@link #MOST_ROWS}
     */
    public List<TradeSum> sums(Caller caller, SumQuestion question) {
        return sums(caller, question, told(question));
    }

    /** The same, but each of one valuation. */
    public List<TradeSum> byValuation(Caller caller, SumQuestion question) {
        return sums(caller, question, told(question) + ", s.valuation");
    }

    private List<TradeSum> sums(Caller caller, SumQuestion question, String told) {
        SumSource source = new SumSource(question, codes -> traders.find(caller, codes));
        String sql = SUMS.formatted(columns(question), source.sql(), told, MOST_ROWS + 1);
        List<Object[]> rows = rows(sql, SUMS_COLUMNS, source);
        if (rows.size() > MOST_ROWS) {
            throw ProblemException.invalid(Fault.at("?groupBy", "too-many-rows", MOST_ROWS));
        }
        return rows.stream().map(row -> sum(caller, row)).toList();
    }

    /** What was asked of the record at a version. */
    private record Reports(long version, SumQuestion question) {}

    /**
     * Where there are figures at all, whatever the question tells apart; in no order. Remembered while nothing is written, since whoever
     * looks at a period asks for several groupings of it.
     */
    List<Reported> reported(Caller caller, SumQuestion question, State state) {
        SumQuestion byMonth = question.by(TradeGrouping.MONTH, TradeGrouping.FLOW);
        Reports asked = new Reports(state.version(), byMonth);
        List<Reported> known = remembered.getIfPresent(asked);
        if (known == null) {
            // outside of the cache, where others would wait for what may have to read the figures themselves
            known = reported(caller, byMonth);
            remembered.put(asked, known);
        }
        return known;
    }

    private List<Reported> reported(Caller caller, SumQuestion question) {
        SumSource source = new SumSource(question, codes -> traders.find(caller, codes));
        return rows(REPORTED.formatted(source.sql()), REPORTED_COLUMNS, source).stream()
                .flatMap(row -> Stream.of((Integer[]) row[4])
                        .map(range -> new Reported(
                                traders.code(caller, ((Number) row[0]).shortValue()),
                                (String) row[1],
                                Place.read(Attribution.class, row[2]),
                                Place.read(Flow.class, row[3]),
                                new MonthRange(range / 100, range % 100))))
                .toList();
    }

    /** All of them before the first is read: what it names may have to be asked for over the same connection. */
    private List<Object[]> rows(String sql, List<String> columns, SumSource source) {
        NativeQuery<Object[]> query = session().createNativeQuery(sql, Object[].class);
        // else Hibernate finds the types out again with every question
        columns.forEach(column -> query.addScalar(column, type(column)));
        source.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    private static Class<?> type(String column) {
        return switch (column) {
            case "currency" -> String.class;
            case "value", "net_grams" -> BigDecimal.class;
            case "figures", "weighed", "estimated", "provisional" -> Long.class;
            case "ranges" -> Integer[].class;
            default -> Integer.class;
        };
    }

    /** Always as many columns in one order; null where the question does not tell apart by it. */
    private static String columns(SumQuestion question) {
        return Stream.of(
                        "s.reporter",
                        column(question, TradeGrouping.PARTNER, "s.partner", "partner"),
                        column(question, TradeGrouping.YEAR, "s.period / 100", "year"),
                        column(question, TradeGrouping.MONTH, "s.period", "period"),
                        column(question, TradeGrouping.MONTH, "s.months", "months"),
                        column(question, TradeGrouping.FLOW, "s.flow", "flow"),
                        column(question, TradeGrouping.GATE, "s.gate", "gate"),
                        column(question, TradeGrouping.REGIME, "s.regime", "regime"),
                        column(question, TradeGrouping.CHAPTER, "s.chapter", "chapter"),
                        "s.currency, s.attribution")
                .collect(Collectors.joining(", "));
    }

    private static String column(SumQuestion question, TradeGrouping grouping, String sql, String name) {
        return (question.tells(grouping) ? sql : "cast(null as integer)") + " as " + name;
    }

    private static String told(SumQuestion question) {
        List<String> told = new ArrayList<>(List.of("s.reporter", "s.currency", "s.attribution"));
        for (TradeGrouping grouping : question.by()) {
            told.add(
                    switch (grouping) {
                        case YEAR -> "s.period / 100";
                        case MONTH -> "s.period, s.months";
                        case FLOW -> "s.flow";
                        case GATE -> "s.gate";
                        case CHAPTER -> "s.chapter";
                        case REGIME -> "s.regime";
                        case PARTNER -> "s.partner";
                    });
        }
        return String.join(", ", told);
    }

    private TradeSum sum(Caller caller, Object[] row) {
        String currency = (String) row[9];
        var group = new TradeSum.Group(
                traders.code(caller, ((Number) row[0]).shortValue()),
                row[1] == null ? null : traders.code(caller, ((Number) row[1]).shortValue()),
                (Integer) row[2],
                row[3] == null ? null : new MonthRange(count(row[3]), count(row[4])),
                row[5] == null ? null : Place.read(Flow.class, row[5]),
                row[6] == null ? null : ((Number) row[6]).shortValue(),
                row[7] == null ? null : Place.read(Regime.class, row[7]),
                (Integer) row[8],
                currency,
                Place.read(Attribution.class, row[10]));
        var amount = new TradeSum.Amount(
                MinorUnits.toAmount((BigDecimal) row[12], currency),
                ((BigDecimal) row[13]).movePointLeft(3).setScale(3),
                (Long) row[14],
                (Long) row[15],
                (Long) row[16],
                (Long) row[17]);
        return new TradeSum(group, valuations(count(row[11])), amount);
    }

    /** Those whose bits are set, counted by their places. */
    private static Set<Valuation> valuations(int bits) {
        Set<Valuation> valuations = EnumSet.allOf(Valuation.class);
        valuations.removeIf(valuation -> (bits & 1 << Place.of(valuation)) == 0);
        return valuations;
    }

    private static int count(Object column) {
        return ((Number) column).intValue();
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
