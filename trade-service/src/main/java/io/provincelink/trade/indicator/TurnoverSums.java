package io.provincelink.trade.indicator;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.MinorUnits;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.TraderNumbers;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Session;

/** Monthly sums of trade figures for the indicators. Everybody reads them, as the figures. */
@Singleton
public class TurnoverSums implements ScopedRepository {

    private static final String SUMS = """
            select s.attribution, s.flow, s.period, s.months, sum(s.value), sum(s.estimated) > 0
              from trade_sum s
             where s.grain = 6 and s.reporter = any(:reporters) and s.partner = any(:partners)
               and s.period between :first and :last and s.period + s.months - 1 <= :last
               and s.currency = :currency and s.regime = any(:regimes)
             group by s.attribution, s.flow, s.period, s.months
            """;

    private final RecordStore store;
    private final TraderNumbers traders;

    public TurnoverSums(RecordStore store, TraderNumbers traders) {
        this.store = store;
        this.traders = traders;
    }

    /**
     * What is added up.
     *
     * @param sides whose reports count, and on whom
     * @param period figures whose months all lie in it
     */
    record Question(Sides sides, Period period, String currency, List<Regime> regimes) {}

    /**
     * The figures of the same attribution, flow and months together.
     *
     * @param value in the question's currency
     * @param estimated whether one of them is an estimate
     */
    public record Sum(Attribution attribution, Flow flow, MonthRange months, BigDecimal value, boolean estimated) {}

    /**
     * Sums for each attribution, flow and month or range of months; never over two attributions or currencies. All that the reporters
     * report adds up: a figure without a gate is the part that is not broken down by gate, as a shorter HS code is the part that is
     * not broken down further, and what a unit reports leaves out what a unit inside it reports. A total reported beside its parts
     * would be counted twice.
     */
    List<Sum> sums(Caller caller, Question question) {
        return store.entities()
                .unwrap(Session.class)
                .createNativeQuery(SUMS, Object[].class)
                .setParameter("reporters", traders.find(caller, question.sides().reporters()))
                .setParameter("partners", traders.find(caller, question.sides().partners()))
                .setParameter("first", MonthRange.number(question.period().from()))
                .setParameter("last", MonthRange.number(question.period().to()))
                .setParameter("currency", question.currency())
                .setParameter(
                        "regimes", question.regimes().stream().map(Place::of).toArray(Integer[]::new))
                .getResultStream()
                .map(row -> sum(row, question.currency()))
                .toList();
    }

    private static Sum sum(Object[] row, String currency) {
        return new Sum(
                Place.read(Attribution.class, row[0]),
                Place.read(Flow.class, row[1]),
                new MonthRange(((Number) row[2]).intValue(), ((Number) row[3]).intValue()),
                MinorUnits.toAmount((BigDecimal) row[4], currency),
                (Boolean) row[5]);
    }
}
