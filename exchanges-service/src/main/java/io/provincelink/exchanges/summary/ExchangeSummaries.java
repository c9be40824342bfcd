package io.provincelink.exchanges.summary;

import io.provincelink.exchanges.summary.ExchangeSummaryQuery.Question;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.record.observation.Observation;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

/** Counts over delegations and meetings, computed by the database in one query over what the caller may see; nothing else counts. */
@Singleton
public class ExchangeSummaries implements ScopedRepository {

    /** More rows than anybody reads. */
    static final int MOST_ROWS = 2000;

    private static final int MOST_OBSERVATIONS = 500;

    /** How many people a completed delegation counts for. */
    private static final String TRAVELLED = "coalesce(r.travelled, r.size)";

    private static final String INSIDE = """
            inside as materialized (
              select * from unnest(cast(:codes as varchar[]), cast(cast(:firstDays as varchar[]) as date[]),
                                   cast(cast(:lastDays as varchar[]) as date[])) as u(code, first_day, last_day)
            ),
            """;

    /** A code has its meaning on the record's anchor day; between two units inside the region nobody leaves it. */
    private static final String DIRECTION = """
            case when here.code is not null and there.code is not null then 'INSIDE'
                 when here.code is not null then 'OUTGOING' else 'INCOMING' end""";

    private static final String DIRECTED = """
             left join inside here on here.code = r.sending and r.anchor between here.first_day and here.last_day
             left join inside there on there.code = r.receiving and r.anchor between there.first_day and there.last_day""";

    private static final String DELEGATIONS = """
            select cast(extract(year from r.period_from) as integer) as year, r.level as level, r.fields as fields,
                   %2$s as direction, 1 as delegations, %1$s as delegates, 0 as meetings
              from delegation r %3$s
             where r.readers && cast(:scope as varchar[]) and r.status = 'COMPLETED' %4$s
            """;

    private static final String MEETINGS = """
            union all
            select cast(extract(year from r.start_on) as integer), r.level, r.fields, cast(null as varchar), 0, 0, 1
              from meeting r
             where r.readers && cast(:scope as varchar[]) and r.status = 'HELD' %s
            """;

    private static final String SUMS = "sum(a.delegations), sum(a.delegates), sum(a.meetings)";

    private static final String BY_FIELD = """
            cross join lateral (select distinct unnest(
              case when cardinality(a.fields) = 0 then cast(array[null] as varchar[]) else a.fields end)) as f(field)
            """;

    private final RecordStore store;

    public ExchangeSummaries(RecordStore store) {
        this.store = store;
    }

    /** A row of the answer; the total is the one without any key. */
    record Counted(boolean total, ExchangeSummaryRow row) {}

    /** The total first, then one row of each group and one more than {@link #MOST_ROWS} if there are more. */
    List<Counted> counts(Caller caller, Question question) {
        NativeQuery<Object[]> query = session().createNativeQuery(sql(question), Object[].class);
        query.setParameter("scope", caller.scope().toArray(String[]::new));
        for (int i = 0; i < question.together().size(); i++) {
            query.setParameter("side" + i, question.together().get(i).toArray(String[]::new));
        }
        Period period = question.period();
        if (period != null) {
            query.setParameter("from", period.from()).setParameter("to", period.to());
        }
        if (question.by(SummaryGrouping.DIRECTION)) {
            InsideUnits inside = InsideUnits.of(caller.regions(), question.here());
            query.setParameter("codes", inside.codes())
                    .setParameter("firstDays", inside.firstDays())
                    .setParameter("lastDays", inside.lastDays());
        }
        boolean meetings = !question.by(SummaryGrouping.DIRECTION);
        return query.getResultStream().map(row -> counted(row, meetings)).toList();
    }

    private static String sql(Question question) {
        boolean directed = question.by(SummaryGrouping.DIRECTION);
        String delegations = DELEGATIONS.formatted(
                TRAVELLED,
                directed ? DIRECTION : "cast(null as varchar)",
                directed ? DIRECTED : "",
                narrowed(question, "r.period_from"));
        String sql = "with " + (directed ? INSIDE : "") + "asked as materialized (" + delegations
                + (directed ? "" : MEETINGS.formatted(narrowed(question, "r.start_on")))
                + ") select true as total, cast(null as integer), cast(null as varchar), cast(null as varchar),"
                + " cast(null as varchar), " + SUMS + " from asked a";
        return question.groupBy().isEmpty() ? sql : sql + " union all (" + grouped(question) + ")";
    }

    private static String narrowed(Question question, String day) {
        StringBuilder narrowed = new StringBuilder();
        for (int i = 0; i < question.together().size(); i++) {
            narrowed.append(" and r.within && cast(:side").append(i).append(" as varchar[])");
        }
        return narrowed + (question.period() == null ? "" : " and " + day + " between :from and :to");
    }

    private static String grouped(Question question) {
        String keys = Arrays.stream(SummaryGrouping.values())
                .map(grouping -> question.by(grouping) ? grouping.column() : "cast(null as varchar)")
                .collect(Collectors.joining(", "))
                .replaceFirst("^cast\\(null as varchar\\)", "cast(null as integer)");
        String by = question.groupBy().stream().map(SummaryGrouping::column).collect(Collectors.joining(", "));
        return "select false, " + keys + ", " + SUMS + " from asked a "
                + (question.by(SummaryGrouping.FIELD) ? BY_FIELD : "")
                + " group by " + by + " order by " + by + " limit " + (MOST_ROWS + 1);
    }

    private static Counted counted(Object[] row, boolean meetings) {
        return new Counted(
                (Boolean) row[0],
                new ExchangeSummaryRow(
                        (Integer) row[1],
                        (String) row[2],
                        row[3] == null ? null : Field.valueOf((String) row[3]),
                        row[4] == null ? null : ExchangeDirection.valueOf((String) row[4]),
                        number(row[5]),
                        number(row[6]),
                        meetings ? number(row[7]) : null));
    }

    /** The sum of nothing is null. */
    private static long number(@Nullable Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }

    /**
     * What was published of delegations, delegates and, beside meetings, of these, about all these parties together; about anybody where
     * none is named. What has no days of its own is of no other time either.
     */
    List<Observation> published(Caller caller, Question question) {
        Period period = question.period();
        List<String> indicators = Stream.of(
                        "delegations",
                        "delegates",
                        question.by(SummaryGrouping.DIRECTION) ? null : "high-level-meetings")
                .filter(Objects::nonNull)
                .toList();
        Query<Observation> query = session().createQuery("""
                        from Observation r where array_intersects(r.readers, :scope) and r.indicator in :indicators
                         and array_includes(r.parties, :parties)
                         and (cast(:from as LocalDate) is null or r.periodFrom is null
                              or r.periodFrom <= :to and r.periodTo >= :from)
                         order by r.periodFrom desc nulls last, r.indicator, r.id
                        """, Observation.class);
        return query.setParameter("scope", caller.scope().toArray(String[]::new))
                .setParameter("indicators", indicators)
                .setParameter("parties", question.parties().toArray(String[]::new))
                .setParameter("from", period == null ? null : period.from())
                .setParameter("to", period == null ? null : period.to())
                .setMaxResults(MOST_OBSERVATIONS)
                .getResultList();
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
