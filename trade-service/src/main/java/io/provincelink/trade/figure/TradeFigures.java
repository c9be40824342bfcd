package io.provincelink.trade.figure;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.StatisticKey;
import io.provincelink.trade.statistic.StatisticKey.Part;
import io.provincelink.trade.statistic.Statistics;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** All trade figures. Everybody reads them, their reporter writes them. */
@Singleton
public class TradeFigures extends Statistics<TradeFigure, TradeFigureView> {

    private static final StatisticKey KEY = StatisticKey.of(
            Part.number("period"),
            Part.text("reporter"),
            Part.text("partner"),
            Part.number("flow"),
            Part.number("gate"),
            Part.number("regime"),
            Part.text("hs"),
            Part.text("currency"),
            Part.number("months"));

    /**
     * A range never leaves its year, so whatever shares a month with it begins between January and its last month. Named one by
     * one, these are a dozen steps into the index; as a range they would be a walk through months of figures.
     */
    private static final String OF_THE_SAME_MONTHS = """
            select r.id from trade_figure r
             where r.period = any(:beginnings) and r.reporter = :reporter and r.partner = :partner
               and r.flow = :flow and r.gate = :gate and r.regime = :regime and r.hs = :hs
               and r.currency = :currency and r.period + r.months > :first
            """;

    private static final String SUMS = """
            select r.attribution, r.flow, r.period, r.months, sum(r.value), bool_or(r.status = :estimated)
              from trade_figure r
             where r.reporter = any(:reporters) and r.partner = any(:partners)
               and r.period between :first and :last and r.period + r.months - 1 <= :last
               and r.currency = :currency and r.regime = any(:regimes)
             group by r.attribution, r.flow, r.period, r.months
            """;

    private final Gates gates;

    public TradeFigures(RecordStore store, Gates gates) {
        super(TradeFigure.class, "trade_figure", KEY, store);
        this.gates = gates;
    }

    @Override
    public TradeFigureView view(Caller caller, TradeFigure figure) {
        return TradeFigureView.of(figure, gates.code(caller, figure.gate()));
    }

    @Override
    protected Optional<UUID> rival(Caller caller, TradeFigure figure) {
        MonthRange months = figure.months();
        return query(caller, OF_THE_SAME_MONTHS, UUID.class)
                .setParameter(
                        "beginnings",
                        IntStream.rangeClosed(months.january(), months.last())
                                .boxed()
                                .toArray(Integer[]::new))
                .setParameter("first", months.first())
                .setParameter("reporter", figure.reporter())
                .setParameter("partner", figure.partner())
                .setParameter("flow", Place.of(figure.flow()))
                .setParameter("gate", (int) figure.gate())
                .setParameter("regime", Place.of(figure.regime()))
                .setParameter("hs", figure.hs())
                .setParameter("currency", figure.currency())
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    @Override
    protected void keepOld(Caller caller, TradeFigure figure) {
        copyOld(caller, figure, "value, net_grams, status, attribution, valuation");
    }

    /**
     * What is added up.
     *
     * @param reporters codes of all units whose reports count
     * @param partners codes of all units on which they report
     * @param period figures whose months all lie in it
     */
    public record Question(
            Collection<String> reporters,
            Collection<String> partners,
            Period period,
            String currency,
            List<Regime> regimes) {}

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
    public List<Sum> sums(Caller caller, Question question) {
        return query(caller, SUMS, Object[].class)
                .setParameter("estimated", Place.of(FigureStatus.ESTIMATED))
                .setParameter("reporters", question.reporters().toArray(String[]::new))
                .setParameter("partners", question.partners().toArray(String[]::new))
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
                new MonthRange(number(row[2]), number(row[3])),
                MinorUnits.toAmount((BigDecimal) row[4], currency),
                (Boolean) row[5]);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
