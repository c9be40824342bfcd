package io.provincelink.trade.load.merge;

import io.provincelink.trade.load.file.RowErrors;

/**
 * Statements that find what is wrong between the rows of a file, or between them and what is there. Each gives line, column, argument and
 * how many there are in all, for the first lines of them.
 */
final class CheckSql {

    /** The same row of the key without the months, whatever months it covers. */
    private static final String GOODS_1 = "(%1$s.k1 & 34359738367)";

    private static final String GOODS_2 = "(%1$s.k2 & ~15360::bigint)";

    private final String rows;
    private final MergeSql sql;

    CheckSql(String rows, MergeSql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /** Rows whose key stands in an earlier line too. */
    String twice() {
        return first("""
                select line, null as column_name, other::text as argument from (
                  select line, k1, k2, lag(k1) over w as k1_before, lag(k2) over w as k2_before, lag(line) over w as other
                    from %s window w as (order by k1, k2, line)) s
                 where k1 = k1_before and k2 = k2_before
                """.formatted(rows));
    }

    /** Rows that share a month with another row on the same goods. */
    String overlapping() {
        return first("""
                select line, 'period' as column_name, reach[2]::text as argument from (
                  select line, period, max(array[period + months - 1, line]) over w as reach from (
                    select s.line, %1$s as period, %2$s as months, %3$s as goods_1, %4$s as goods_2
                      from %5$s s where s.value >= 0) s
                   window w as (partition by goods_1, goods_2, period / 100 order by period, months
                                rows between unbounded preceding and 1 preceding)) s
                 where reach[1] >= period
                """.formatted(
                MergeSql.period("s"), MergeSql.months("s"), GOODS_1.formatted("s"), GOODS_2.formatted("s"), rows));
    }

    /** Rows that share a month with a figure that is there, covers other months, and is not withdrawn by the file. */
    String overlappingKnown() {
        return first("""
                select s.line, 'period' as column_name,
                       to_char(to_date(f.period::text, 'YYYYMM'), 'YYYY-MM') || case when f.months = 1 then ''
                         else '/' || to_char(to_date((f.period + f.months - 1)::text, 'YYYYMM'), 'YYYY-MM') end as argument
                  from (select s.*, %1$s as period, %2$s as months from %3$s s where s.value >= 0) s
                  join (select f.period, f.months, f.k1, f.k2 from %4$s f) f
                    on %5$s = %6$s and %7$s = %8$s and f.period / 100 = s.period / 100
                   and f.period < s.period + s.months and s.period < f.period + f.months
                   and (f.period <> s.period or f.months <> s.months)
                 where not exists (select from %3$s w where w.value < 0 and w.k1 = f.k1 and w.k2 = f.k2)
                """.formatted(
                        MergeSql.period("s"),
                        MergeSql.months("s"),
                        rows,
                        sql.knownInYears(),
                        GOODS_1.formatted("s"),
                        GOODS_1.formatted("f"),
                        GOODS_2.formatted("s"),
                        GOODS_2.formatted("f")));
    }

    /** Rows whose value is the sum of the rows with longer codes below theirs, of all or of those of one length. */
    String totalsOfCodes() {
        return first("""
                select distinct p.line, 'hs' as column_name, null as argument from (
                  select p.line, p.value
                    from (select *, %1$s as hs from %2$s s) p
                    join (select *, %1$s as hs from %2$s s) c
                      on c.k1 = p.k1 and (c.k2 & 16383) = (p.k2 & 16383) and c.hs / 100000 = p.hs / 100000
                     and c.hs %% 10 > p.hs %% 10 and c.hs > p.hs
                     and c.hs < p.hs - p.hs %% 10 + power(10, 7 - p.hs %% 10)
                   where p.hs %% 10 < 6 and p.value > 0 and c.value > 0
                   group by grouping sets ((p.line, p.value), (p.line, p.value, c.hs %% 10))
                  having sum(c.value) = p.value) p
                """.formatted(MergeSql.hs("s"), rows));
    }

    /** Rows without a gate whose value is the sum of the rows that name one. */
    String totalsOfGates() {
        return first("""
                select p.line, 'gate' as column_name, null as argument from %1$s p
                  join %1$s c on (c.k1 & ~262136::bigint) = p.k1 and c.k2 = p.k2 and %2$s <> 0
                 where %3$s = 0 and p.value > 0 and c.value > 0
                 group by p.line, p.value having sum(c.value) = p.value
                """.formatted(rows, MergeSql.gate("c"), MergeSql.gate("p")));
    }

    private static String first(String found) {
        return "select line, column_name, argument, count(*) over () as all_of_them from (" + found
                + ") found order by line, column_name limit " + RowErrors.KEPT;
    }
}
