package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.figure.FigureRows;
import io.provincelink.trade.figure.TraderNumbers;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Figures and their sums in the order of series. Everybody reads all of them, so no question has a scope predicate. Figures lie in the order
 * of months; so first it is asked, of the sums, which groups of series there are, and then a group at a time is looked up, by its months.
 */
@Singleton
public class SdmxFigures implements ScopedRepository {

    /** How many rows are read at once. No series has as many. */
    static final int ROWS_AT_ONCE = 20_000;

    private static final int GROUPS_AT_ONCE = 2_000;

    private static final String SUMS = "trade_sum r";

    private static final String GROUPS = """
            select r.reporter, r.partner, r.flow, r.gate, r.regime, r.chapter, %1$s, %2$s, r.currency,
                   string_agg(distinct cast(r.period / 100 as text), ',')
              from %3$s
             where %4$s
             group by 1, 2, 3, 4, 5, 6, 7, 8, 9
             order by 1, 2, 3, 4, 5, 6, 7, 8, 9
            """;

    private static final String AFTER = """
             and (r.reporter, r.partner, r.flow, r.gate, r.regime, r.chapter, %1$s, %2$s, r.currency)
                 > (:reporter0, :partner0, :flow0, :gate0, :regime0, :chapter0, :attribution0, :valuation0, :currency0)
            """;

    private static final String OF_GROUP = """
             and r.period = any(:periods) and r.reporter = :reporter and r.partner = :partner and r.flow = :flow
             and r.gate = :gate and r.regime = :regime and r.currency = :currency
            """;

    private static final String FIGURES_OF_GROUP = """
            select r.hs, r.period, r.months, cast(r.value as numeric), cast(r.net_grams as numeric), r.status,
                   r.attribution, r.valuation, r.hs_edition, 1
              from %1$s
             where %2$s and r.hs between :lowest and :highest
             order by r.hs, %3$s, r.period
            """;

    /** The same columns, one row for each series. */
    private static final String SERIES_OF_GROUP = """
            select r.hs, min(r.period), r.months, cast(0 as numeric), cast(null as numeric), 1, 0, 0, 0, 1
              from %1$s
             where %2$s and r.hs between :lowest and :highest
             group by r.hs, r.months, %3$s
             order by r.hs, %3$s
            """;

    private static final String SUMS_OF_GROUP = """
            select 0, r.period, r.months, r.value, case when r.weighed = r.figures then r.net_grams end,
                   case when r.estimated > 0 then 2 when r.provisional > 0 then 0 else 1 end,
                   r.attribution, r.valuation, 0, r.figures
              from trade_sum r
             where %s and r.chapter = :chapter and r.attribution = :attribution and r.valuation = :valuation
             order by %s, r.period
            """;

    private static final int OF_CHAPTER = 100_000;

    private final RecordStore store;
    private final TraderNumbers traders;

    public SdmxFigures(RecordStore store, TraderNumbers traders) {
        this.store = store;
        this.traders = traders;
    }

    /** Which groups there are; the next so many after one. */
    List<Group> groups(Caller caller, DataQuestion question, @Nullable Group after) {
        Cube cube = Cube.of(question.flow());
        boolean figures = cube == Cube.FIGURES;
        String attribution = figures ? "-1" : "r.attribution";
        String valuation = figures ? "-1" : "r.valuation";
        boolean plain = isPlain(question);
        boolean years = cube.isGroupedByYears() && !question.isOfRarePeriods();
        Sieve sieve = sieve(caller, question);
        Filter filter = !plain ? sieve.ofFigures() : years ? sieve.ofYears() : sieve.ofMonths();
        String where = where(filter)
                + (plain ? " and r.grain = :grain" : "")
                + (after == null ? "" : AFTER.formatted(attribution, valuation));
        NativeQuery<Object[]> query = query(
                GROUPS.formatted(attribution, valuation, plain ? SUMS : source(question), where), question, filter);
        if (plain) {
            query.setParameter("grain", years ? cube.groups() : cube.months());
        }
        if (after != null) {
            query.setParameter("reporter0", after.reporter())
                    .setParameter("partner0", after.partner())
                    .setParameter("flow0", after.flow())
                    .setParameter("gate0", after.gate())
                    .setParameter("regime0", after.regime())
                    .setParameter("chapter0", after.chapter())
                    .setParameter("attribution0", after.attribution())
                    .setParameter("valuation0", after.valuation())
                    .setParameter("currency0", after.currency());
        }
        return query.setMaxResults(GROUPS_AT_ONCE)
                .getResultStream()
                .map(Group::of)
                .toList();
    }

    /** Whether these may have been the last. */
    boolean isLast(Caller caller, List<Group> groups) {
        return groups.size() < GROUPS_AT_ONCE;
    }

    /**
     * The rows of a group, a series after the other, of figures at most {@link #ROWS_AT_ONCE} from this HS number on.
     *
     * @param keysAlone whether one row of a series is enough
     */
    List<Row> rows(Caller caller, DataQuestion question, Group group, int fromHs, boolean keysAlone) {
        Sieve sieve = sieve(caller, question);
        boolean figures = Cube.of(question.flow()) == Cube.FIGURES;
        Filter filter = figures ? sieve.ofFigures() : sieve.ofMonths();
        String where = where(filter) + OF_GROUP;
        NativeQuery<Object[]> query;
        if (figures) {
            query = query(
                            (keysAlone ? SERIES_OF_GROUP : FIGURES_OF_GROUP)
                                    .formatted(source(question), where, Frequency.SQL),
                            question,
                            filter)
                    .setParameter("lowest", Math.max(fromHs, group.chapter() * OF_CHAPTER))
                    .setParameter("highest", (group.chapter() + 1) * OF_CHAPTER - 1)
                    .setMaxResults(ROWS_AT_ONCE);
        } else {
            query = query(SUMS_OF_GROUP.formatted(where + " and r.grain = :grain", Frequency.SQL), question, filter)
                    .setParameter("grain", Cube.of(question.flow()).months())
                    .setParameter("chapter", group.chapter())
                    .setParameter("attribution", group.attribution())
                    .setParameter("valuation", group.valuation());
        }
        return query.setParameter("periods", group.months(question.span()))
                .setParameter("reporter", group.reporter())
                .setParameter("partner", group.partner())
                .setParameter("flow", group.flow())
                .setParameter("gate", group.gate())
                .setParameter("regime", group.regime())
                .setParameter("currency", group.currency())
                .getResultStream()
                .map(Row::of)
                .toList();
    }

    /**
     * The different values that a column has, in their order.
     *
     * @param column SQL on the alias {@code r}
     * @param inGoods whether goods within a chapter matter, which sums do not tell apart
     */
    List<Object> values(Caller caller, DataQuestion question, String column, boolean inGoods) {
        Sieve sieve = sieve(caller, question);
        boolean plain = isPlain(question) && !inGoods;
        Filter filter = plain ? sieve.ofMonths() : sieve.ofFigures();
        String where = where(filter) + (plain ? " and r.grain = :grain" : "");
        NativeQuery<Object[]> query = query(
                "select distinct " + column + ", 0 from " + (plain ? SUMS : source(question)) + " where " + where
                        + " order by 1",
                question,
                filter);
        if (plain) {
            query.setParameter("grain", Cube.of(question.flow()).months());
        }
        return query.getResultStream().map(row -> row[0]).toList();
    }

    private Sieve sieve(Caller caller, DataQuestion question) {
        return new Sieve(question, new Sieve.Numbers() {
            @Override
            public Integer[] traders(Collection<String> codes) {
                return traders.find(caller, codes);
            }

            @Override
            public Integer[] gates(Collection<String> codes) {
                return gateNumbers(codes);
            }
        });
    }

    private Integer[] gateNumbers(Collection<String> codes) {
        return session()
                .createNativeQuery("select cast(number as integer) from gate where code = any(:codes)", Integer.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultStream()
                .toArray(Integer[]::new);
    }

    /** Whether the sums know which groups there are: they know what is, not what was, nor since when. */
    private static boolean isPlain(DataQuestion question) {
        return question.asOf() == null && question.updatedAfter() == null;
    }

    private static String source(DataQuestion question) {
        return isPlain(question)
                ? "trade_figure r"
                : "(select r.*, r.hs / 100000 as chapter from " + FigureRows.of(question.asOf())
                        + (question.updatedAfter() == null ? "" : " where v.at > :updatedAfter") + ") r";
    }

    private static String where(Filter filter) {
        return filter.conditions().isEmpty() ? "true" : String.join(" and ", filter.conditions());
    }

    private NativeQuery<Object[]> query(String sql, DataQuestion question, Filter filter) {
        NativeQuery<Object[]> query = session().createNativeQuery(sql, Object[].class);
        filter.parameters().forEach(query::setParameter);
        if (sql.contains(":asOf")) {
            query.setParameter("asOf", question.asOf());
        }
        if (sql.contains(":updatedAfter")) {
            query.setParameter("updatedAfter", question.updatedAfter());
        }
        return query;
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
