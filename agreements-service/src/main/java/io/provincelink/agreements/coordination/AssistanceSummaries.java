package io.provincelink.agreements.coordination;

import io.provincelink.agreements.coordination.AssistanceSummaryQuery.Question;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.record.observation.Observation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;

/** Sums over the projects, computed by the database over what the caller may see; nothing else counts. */
@Singleton
public class AssistanceSummaries implements ScopedRepository {

    /** More groups than anybody reads. */
    static final int MOST_GROUPS = 1000;

    private static final int MOST_OBSERVATIONS = 1000;

    /** Indicators of published figures about assistance. */
    private static final List<String> AID = List.of(
            "aid-organisations", "aid-projects", "aid-works", "grant-commitment", "grant-disbursement", "grants");

    private static final int YEARS_AROUND = 100;

    /** Every project once in each of its groups, and once more in the total. */
    private static final String ASKED = """
            with asked as materialized (
              select p.id, p.organisation, p.collective, p.plan_amount, p.plan_currency, p.programme, g.grp, g.total
                from assistance_project p
                cross join lateral (select grp, false from (%s) as groups(grp) union all select null, true) as g(grp, total)
               where p.readers && cast(:scope as varchar[])
                 and p.period_from <= :to and (p.period_to is null or p.period_to >= :from) %s
            )
            """;

    private static final String HERE =
            "and (p.regions_within && cast(:taken as varchar[]) or p.regions && cast(:around as varchar[]))";

    private static final String SUMS = """
            , counted as (
              select total, grp, count(*) as projects, count(*) filter (where collective) as collective,
                     count(distinct organisation) as organisations
                from asked group by total, grp
            ), money as (
              select total, grp, plan_currency as currency, sum(plan_amount) as planned,
                     0 as committed, 0 as disbursed, 0 as expended, 0 as of_plan
                from asked where plan_currency is not null and (total or :plansDivide) group by total, grp, plan_currency
              union all
              %s
            )
            select total, grp, cast(null as varchar) as currency, projects, collective, organisations,
                   cast(null as numeric) as planned, 0.0 as committed, 0.0 as disbursed, 0.0 as expended, 0.0 as of_plan
              from counted
            union all
            select total, grp, currency, 0, 0, 0, sum(planned), sum(committed), sum(disbursed), sum(expended), sum(of_plan)
              from money group by total, grp, currency
            order by total desc, grp, currency nulls first
            """;

    // What was paid before the period counts in the share of a plan, and without a plan in that currency nowhere.
    private static final String PAID = """
            select %2$s.total, %2$s.grp, t.currency, cast(null as numeric),
                   coalesce(sum(t.amount) filter (where t.kind = 'COMMITMENT' and t.day >= :from), 0),
                   coalesce(sum(t.amount) filter (where t.kind = 'DISBURSEMENT' and t.day >= :from), 0),
                   coalesce(sum(t.amount) filter (where t.kind = 'EXPENDITURE' and t.day >= :from), 0),
                   coalesce(sum(t.amount) filter (where t.kind = 'DISBURSEMENT' and t.currency = a.plan_currency), 0)
              from asked a join assistance_transaction t on t.project = a.id and t.day <= :to %1$s
             group by %2$s.total, %2$s.grp, t.currency
            having bool_or(t.day >= :from or t.currency = a.plan_currency)""";

    /** By year, money is in the year of its own day, also of one in which the project no longer ran. */
    private static final String BY_YEAR = """
            and a.total cross join lateral
              (values (cast(null as varchar), true), (cast(extract(year from t.day) as varchar), false)) as y(grp, total)
             where y.total or t.day >= :from""";

    private final RecordStore store;

    public AssistanceSummaries(RecordStore store) {
        this.store = store;
    }

    /** The total's rows first, then each group's. */
    List<SummaryRow> rows(Caller caller, Question question) {
        boolean byYear = question.grouping() == SummaryGrouping.YEAR;
        String paid = byYear ? PAID.formatted(BY_YEAR, "y") : PAID.formatted("", "a");
        String sql = asked(question) + SUMS.formatted(paid);
        NativeQuery<Object[]> query = session().createNativeQuery(sql, Object[].class);
        // what a plan of several years costs in each of them, it does not say
        query.setParameter("plansDivide", !byYear);
        return bound(query, caller, question)
                .getResultStream()
                .map(SummaryRow::of)
                .toList();
    }

    /** Which programmes the projects of each group are a part of, the total's among them: total, key, programme. */
    List<Object[]> programmes(Caller caller, Question question) {
        String sql = asked(question) + """
                select distinct total, grp, programme from asked
                 where programme is not null and (total or :plansDivide) order by 1 desc, 2, 3
                """;
        NativeQuery<Object[]> query = session().createNativeQuery(sql, Object[].class);
        query.setParameter("plansDivide", question.grouping() != SummaryGrouping.YEAR);
        return bound(query, caller, question).getResultList();
    }

    private static String asked(Question question) {
        return ASKED.formatted(
                question.grouping().groups(question.level(), question.rollsUp()),
                question.region() == null ? "" : HERE);
    }

    private NativeQuery<Object[]> bound(NativeQuery<Object[]> query, Caller caller, Question question) {
        query.setParameter("scope", caller.scope().toArray(String[]::new))
                .setParameter("from", question.from())
                .setParameter("to", question.to());
        if (question.region() != null) {
            query.setParameter("taken", question.taken().toArray(String[]::new))
                    .setParameter("around", question.around().toArray(String[]::new));
        }
        if (question.grouping() == SummaryGrouping.REGION && question.rollsUp()) {
            rollUp(query, caller, question);
        }
        if (question.grouping() == SummaryGrouping.YEAR) {
            query.setParameter("today", caller.today())
                    .setParameter("firstYear", caller.today().getYear() - YEARS_AROUND)
                    .setParameter("lastYear", caller.today().getYear() + YEARS_AROUND);
        }
        return query;
    }

    /** Which units stand today for each of those that the projects are in. */
    private void rollUp(NativeQuery<Object[]> query, Caller caller, Question question) {
        List<String> units = new ArrayList<>();
        List<String> now = new ArrayList<>();
        for (String key : units(caller, question)) {
            Region unit = RegionKeys.unit(caller.regions(), key).orElseThrow();
            for (Region current : caller.regions().current(unit, caller.today())) {
                units.add(key);
                now.add(current.key());
            }
        }
        query.setParameter("units", units.toArray(String[]::new)).setParameter("unitsNow", now.toArray(String[]::new));
    }

    private List<String> units(Caller caller, Question question) {
        String sql =
                "select distinct unnest(%s) from assistance_project p where p.readers && cast(:scope as varchar[])";
        return session()
                .createNativeQuery(sql.formatted(question.level().column()), String.class)
                .setParameter("scope", caller.scope().toArray(String[]::new))
                .getResultList();
    }

    /**
     * Published figures about assistance that name one of the programmes, or are about one of the regions itself.
     *
     * @param programmes ids and codes
     * @param regions codes
     */
    List<Observation> published(Caller caller, List<String> programmes, List<String> regions, Period period) {
        Query<Observation> query = session().createQuery("""
                        from Observation r where array_intersects(r.readers, :scope) and r.indicator in :aid
                         and (r.programme in :programmes or r.programme is null and array_intersects(r.parties, :regions))
                         and (r.periodFrom is null or r.periodFrom <= :to and r.periodTo >= :from)
                         order by r.periodFrom desc nulls last, r.indicator, r.id
                        """, Observation.class);
        return query.setParameter("scope", caller.scope().toArray(String[]::new))
                .setParameter("aid", AID)
                .setParameter("programmes", programmes)
                .setParameter("regions", regions.toArray(String[]::new))
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setMaxResults(MOST_OBSERVATIONS)
                .getResultList();
    }

    /** Id and code of each programme that is named by either and that the caller may see. */
    List<Object[]> names(Caller caller, List<String> programmes) {
        return session()
                .createQuery("""
                        select cast(r.id as string), r.code from Programme r
                         where array_intersects(r.readers, :scope) and (r.code in :codes or r.id in :ids)
                        """, Object[].class)
                .setParameter("scope", caller.scope().toArray(String[]::new))
                .setParameter("codes", programmes)
                .setParameter(
                        "ids",
                        programmes.stream().flatMap(AssistanceSummaries::id).toList())
                .getResultList();
    }

    private static Stream<UUID> id(String idOrCode) {
        try {
            return idOrCode.length() == 36 ? Stream.of(UUID.fromString(idOrCode)) : Stream.empty();
        } catch (IllegalArgumentException code) {
            return Stream.empty();
        }
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
