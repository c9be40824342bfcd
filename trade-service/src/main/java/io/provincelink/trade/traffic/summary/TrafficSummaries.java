package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.traffic.Direction;
import io.provincelink.trade.traffic.TrafficKind;
import io.provincelink.trade.traffic.TrafficRows;
import io.provincelink.trade.traffic.summary.TrafficFilters.Asked;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Sums of traffic figures. Figures are public, so no question has a scope predicate. All that a reporter reports of one kind adds up, but
 * never with what another one reports, nor with another kind.
 */
@Singleton
public class TrafficSummaries implements ScopedRepository {

    /** More rows than anybody reads. */
    private static final int MOST_ROWS = 30_000;

    private static final String SUMS = """
            select %1$s, %2$s, f.kind, sum(f.amount), count(*), count(distinct f.period),
                   bool_or(f.status = :estimated)
              from %3$s f %4$s
             where true %5$s
             group by %6$s order by %6$s
            """;

    /** Under which code a reporter's figures are shown; others are not asked for. */
    private static final String SHOWN = """
            join unnest(cast(:reporters as varchar[]), cast(:shownAs as varchar[])) as shown (reporter, code)
              on shown.reporter = f.reporter""";

    // Where no partner is named, the gate tells with whom.
    private static final String WITH = """
            (f.partner = any(:partners)
             or f.partner = '' and f.gate in (select g.number from gate g where g.within && cast(:partners as varchar[])))""";

    private final RecordStore store;
    private final Gates gates;

    public TrafficSummaries(RecordStore store, Gates gates) {
        this.store = store;
        this.gates = gates;
    }

    /**
     * The rows, in the order of their keys as these were asked for, then by reporter and kind.
     *
     * @throws ProblemException 400 when there are more than anybody reads
     */
    List<TrafficSummaryLine> lines(Caller caller, TrafficQuestion question) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("estimated", Place.of(FigureStatus.ESTIMATED));
        NativeQuery<Object[]> query = session()
                .createNativeQuery(sql(question, parameters), Object[].class)
                .setMaxResults(MOST_ROWS + 1);
        parameters.forEach(query::setParameter);
        List<Object[]> rows = query.getResultList();
        if (rows.size() > MOST_ROWS) {
            throw ProblemException.invalid(Fault.at("?groupBy", "too-many-rows", MOST_ROWS));
        }
        return rows.stream().map(row -> line(caller, question, row)).toList();
    }

    private static String sql(TrafficQuestion question, Map<String, Object> parameters) {
        Asked asked = question.figures();
        String shownAs = asked.reporters().isEmpty() ? "f.reporter" : "shown.code";
        String conditions = conditions(question, parameters).stream()
                .map(condition -> " and " + condition)
                .collect(Collectors.joining());
        String by = Stream.concat(question.groupBy().stream().map(TrafficGrouping::sql), Stream.of(shownAs, "f.kind"))
                .distinct()
                .collect(Collectors.joining(", "));
        if (asked.asOf() != null) {
            parameters.put("asOf", asked.asOf());
        }
        return SUMS.formatted(
                columns(question),
                shownAs,
                TrafficRows.of(asked.asOf()),
                asked.reporters().isEmpty() ? "" : SHOWN,
                conditions,
                by);
    }

    private static List<String> conditions(TrafficQuestion question, Map<String, Object> parameters) {
        Asked asked = question.figures();
        List<String> conditions = new ArrayList<>();
        if (!asked.reporters().isEmpty()) {
            parameters.put("reporters", asked.reporters().keySet().toArray(String[]::new));
            parameters.put("shownAs", asked.reporters().values().toArray(String[]::new));
        }
        if (!asked.partners().isEmpty()) {
            conditions.add(WITH);
            parameters.put("partners", asked.partners().toArray(String[]::new));
        }
        if (asked.gate() != null) {
            conditions.add("f.gate = :gate");
            parameters.put("gate", asked.gate());
        }
        if (asked.direction() != null) {
            conditions.add("f.direction = :direction");
            parameters.put("direction", Place.of(asked.direction()));
        }
        if (!question.kinds().isEmpty()) {
            conditions.add("f.kind = any(:kinds)");
            parameters.put("kinds", question.kinds().stream().map(Place::of).toArray(Integer[]::new));
        }
        Period period = asked.period();
        if (period != null) {
            conditions.add("f.period between :first and :last");
            parameters.put("first", MonthRange.number(period.from()));
            parameters.put("last", MonthRange.number(period.to()));
        }
        return conditions;
    }

    /** Always as many columns in one order; null where the question does not tell apart by it. */
    private static String columns(TrafficQuestion question) {
        return Stream.of(
                        TrafficGrouping.YEAR,
                        TrafficGrouping.MONTH,
                        TrafficGrouping.GATE,
                        TrafficGrouping.DIRECTION,
                        TrafficGrouping.REGION)
                .map(grouping -> question.by(grouping)
                        ? grouping.sql()
                        : "cast(null as " + (grouping == TrafficGrouping.REGION ? "varchar)" : "integer)"))
                .collect(Collectors.joining(", "));
    }

    private TrafficSummaryLine line(Caller caller, TrafficQuestion question, Object[] row) {
        Integer month = number(row[1]);
        TrafficKind kind = Place.read(TrafficKind.class, row[6]);
        Integer year = number(row[0]);
        Long expected = question.months(year);
        boolean estimated = (Boolean) row[10];
        return new TrafficSummaryLine(
                year,
                month == null ? null : new MonthRange(month, 1).from(),
                kind,
                (String) row[5],
                row[2] == null ? null : gates.code(caller, ((Number) row[2]).shortValue()),
                row[3] == null ? null : Place.read(Direction.class, row[3]),
                row[4] == null || row[4].equals("") ? null : (String) row[4],
                new Figure((BigDecimal) row[7], estimated ? Qualifier.ABOUT : Qualifier.EXACT, kind.unit(), null),
                ((Number) row[8]).longValue(),
                expected == null ? null : new Coverage(((Number) row[9]).longValue(), expected, "month"));
    }

    private static @Nullable Integer number(@Nullable Object column) {
        return column == null ? null : ((Number) column).intValue();
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
