package io.provincelink.trade.summary;

import io.provincelink.kit.words.Period;
import io.provincelink.trade.figure.FigureRows;
import io.provincelink.trade.figure.Grain;
import io.provincelink.trade.figure.HsNumber;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows that answer a question, in SQL: kept sums of the coarsest grain that tells enough apart, whole years from those of years and
 * the months before and after them from those of months. What sums do not tell is added from the figures themselves.
 */
final class SumSource {

    private static final String KEYS =
            "r.reporter, r.partner, r.flow, r.regime, r.period, r.months, r.attribution, r.valuation, r.currency";

    private static final String KEPT = "select " + KEYS + ", r.gate, r.chapter, r.value, r.net_grams, r.figures,"
            + " r.weighed, r.estimated, r.provisional from trade_sum r where r.grain = ";

    private static final String FIGURES = "select " + KEYS + ", r.gate, r.hs / 100000 as chapter, r.value,"
            + " greatest(r.net_grams, 0) as net_grams, 1 as figures,"
            + " case when r.net_grams >= 0 then 1 else 0 end as weighed,"
            + " case when r.status = " + Place.of(FigureStatus.ESTIMATED) + " then 1 else 0 end as estimated,"
            + " case when r.status = " + Place.of(FigureStatus.PROVISIONAL) + " then 1 else 0 end as provisional";

    private final SumQuestion question;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String filter;

    /** @param traders numbers of the regions with these codes */
    SumSource(SumQuestion question, Function<Collection<String>, Integer[]> traders) {
        this.question = question;
        this.filter = filter(traders);
    }

    /** Several selects of the same columns, all of them together. */
    String sql() {
        return String.join(" union all ", question.needsFigures() ? figures() : sums());
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private List<String> figures() {
        if (question.asOf() != null) {
            parameters.put("asOf", question.asOf());
        }
        String months = question.period() == null ? "" : within(question.period());
        String rows = question.asOf() == null ? "trade_figure r" : FigureRows.of(question.asOf());
        return List.of(FIGURES + " from " + rows + " where true" + filter + months + codes());
    }

    private List<String> sums() {
        Period period = question.period();
        if (question.tells(TradeGrouping.MONTH)) {
            return List.of(kept(months(), period == null ? "" : within(period)));
        }
        if (period == null) {
            return List.of(kept(years(), ""));
        }
        int firstYear = period.from().getYear() + (period.from().getMonthValue() > 1 ? 1 : 0);
        int lastYear = period.to().getYear() - (period.to().getMonthValue() < 12 ? 1 : 0);
        if (firstYear > lastYear) {
            return List.of(kept(months(), within(period)));
        }
        Period years = Period.years(firstYear, lastYear);
        List<String> parts = new ArrayList<>();
        parts.add(kept(years(), yearsOf(years)));
        if (period.from().isBefore(years.from())) {
            parts.add(
                    kept(months(), within(new Period(period.from(), years.from().minusDays(1)))));
        }
        if (period.to().isAfter(years.to())) {
            parts.add(kept(months(), within(new Period(years.to().plusDays(1), period.to()))));
        }
        return parts;
    }

    private String kept(Grain grain, String period) {
        String chapters = question.hs().isEmpty() ? "" : " and r.chapter = any(:chapters)";
        if (!chapters.isEmpty()) {
            parameters.put("chapters", question.chapters().toArray(Integer[]::new));
        }
        return KEPT + Place.of(grain) + filter + period + chapters;
    }

    private Grain months() {
        if (question.needsGates()) {
            return question.needsChapters() ? Grain.MONTH_GATE_CHAPTER : Grain.MONTH_GATE;
        }
        return question.needsChapters() ? Grain.MONTH_CHAPTER : Grain.MONTH;
    }

    private Grain years() {
        if (question.needsGates()) {
            return question.needsChapters() ? Grain.YEAR_GATE_CHAPTER : Grain.YEAR_GATE;
        }
        return question.needsChapters() ? Grain.YEAR_CHAPTER : Grain.YEAR;
    }

    /** Months from the first to the last of the period; one that is published with a month outside of it is not there. */
    private String within(Period period) {
        int part = parameters.size();
        parameters.put("first" + part, MonthRange.number(period.from()));
        parameters.put("last" + part, MonthRange.number(period.to()));
        return " and r.period between :first%1$d and :last%1$d and r.period + r.months - 1 <= :last%1$d"
                .formatted(part);
    }

    /** Each by its name: of a range whose ends it does not see, PostgreSQL expects next to nothing, and plans for that. */
    private String yearsOf(Period years) {
        parameters.put(
                "years",
                IntStream.rangeClosed(years.from().getYear(), years.to().getYear())
                        .mapToObj(year -> year * 100)
                        .toArray(Integer[]::new));
        return " and r.period = any(:years)";
    }

    private String filter(Function<Collection<String>, Integer[]> traders) {
        StringBuilder sql = new StringBuilder();
        if (!question.reporters().isEmpty()) {
            parameters.put("reporters", traders.apply(question.reporters()));
            sql.append(" and r.reporter = any(:reporters)");
        }
        if (!question.partners().isEmpty()) {
            parameters.put("partners", traders.apply(question.partners()));
            sql.append(" and r.partner = any(:partners)");
        }
        sql.append(among("flow", question.flows())).append(among("regime", question.regimes()));
        if (!question.gates().isEmpty()) {
            parameters.put(
                    "gates", question.gates().stream().map(Short::intValue).toArray(Integer[]::new));
            sql.append(" and r.gate = any(:gates)");
        }
        if (!question.currencies().isEmpty()) {
            parameters.put("currencies", question.currencies().toArray(String[]::new));
            sql.append(" and r.currency = any(:currencies)");
        }
        if (question.attribution() != null) {
            parameters.put("attribution", Place.of(question.attribution()));
            sql.append(" and r.attribution = :attribution");
        }
        return sql.toString();
    }

    private String among(String column, Collection<? extends Enum<?>> words) {
        if (words.isEmpty()) {
            return "";
        }
        parameters.put(column + "s", words.stream().map(Place::of).toArray(Integer[]::new));
        return " and r.%1$s = any(:%1$ss)".formatted(column);
    }

    /** Codes that begin alike stand together. */
    private String codes() {
        if (question.hs().isEmpty()) {
            return "";
        }
        return question.hs().stream()
                .map(code -> "r.hs between " + HsNumber.of(code) + " and " + HsNumber.lastBelow(code))
                .collect(Collectors.joining(" or ", " and (", ")"));
    }
}
