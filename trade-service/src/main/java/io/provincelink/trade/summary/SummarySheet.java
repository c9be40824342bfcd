package io.provincelink.trade.summary;

import io.provincelink.trade.export.Sheet;
import io.provincelink.trade.export.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A summary as a sheet: a column for each of its groups, then the sums. */
record SummarySheet(TradeSummary summary, Wording words) {

    private static final int WIDE = 26;
    private static final int NARROW = 12;

    /** As many as a title and the name of a file have room for. */
    private static final int NAMED_REPORTERS = 3;

    Sheet sheet() {
        Sheet.Table<TradeSummaryItem> table = new Sheet.Table<>();
        column(table, "reporter", WIDE, item -> words.region(item.reporter()));
        summary.groupBy().forEach(group -> grouped(table, TradeGrouping.valueOf(group.toUpperCase(Locale.ROOT))));
        column(table, "value", 20, TradeSummaryItem::value);
        column(table, "currency", NARROW, TradeSummaryItem::currency);
        column(table, "netKg", 20, TradeSummaryItem::netKg);
        column(table, "figures", NARROW, TradeSummaryItem::figures);
        column(table, "weighed", NARROW, TradeSummaryItem::weighed);
        column(table, "provisional", NARROW, TradeSummaryItem::provisional);
        column(table, "estimated", NARROW, TradeSummaryItem::estimated);
        column(table, "present", NARROW, item -> item.coverage().present());
        column(table, "expected", NARROW, item -> item.coverage().expected());
        column(table, "qualifier", WIDE, item -> words.of(item.qualifier()));
        column(table, "attribution", WIDE, item -> words.of(item.attribution()));
        column(table, "valuation", NARROW, item -> words.of(item.valuations()));
        List<Sheet.Note> notes = new ArrayList<>(notes().in(words));
        notes.add(1, SumNotes.period(words, summary.period()));
        return table.sheet(file(), title(), summary.items(), notes.toArray(Sheet.Note[]::new));
    }

    private void grouped(Sheet.Table<TradeSummaryItem> table, TradeGrouping group) {
        switch (group) {
            case YEAR -> column(table, "year", NARROW, TradeSummaryItem::year);
            case MONTH -> column(table, "month", 18, SummarySheet::months);
            case FLOW -> column(table, "flow", WIDE, item -> item.flow() == null ? null : words.of(item.flow()));
            case GATE -> column(table, "gate", WIDE, item -> item.gate() == null ? words.of("gate.none") : item.gate());
            case CHAPTER -> column(table, "chapter", NARROW, TradeSummaryItem::chapter);
            case REGIME ->
                column(table, "regime", WIDE, item -> item.regime() == null ? null : words.of(item.regime()));
            case PARTNER ->
                column(table, "partner", WIDE, item -> item.partner() == null ? null : words.region(item.partner()));
        }
    }

    private void column(
            Sheet.Table<TradeSummaryItem> table,
            String name,
            int width,
            Function<TradeSummaryItem, @Nullable Object> cell) {
        table.column(words.of("column." + name), width, cell);
    }

    private static @Nullable String months(TradeSummaryItem item) {
        return item.months() == null
                ? item.month()
                : item.months().from() + "/" + item.months().to();
    }

    private SumNotes notes() {
        return new SumNotes(
                different(TradeSummaryItem::reporter),
                summary.knownAt(),
                different(TradeSummaryItem::currency),
                summary.regimes(),
                different(TradeSummaryItem::attribution),
                summary.items().stream()
                        .flatMap(item -> item.valuations().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                summary.filters());
    }

    private <T extends Comparable<? super T>> List<T> different(Function<TradeSummaryItem, T> value) {
        return summary.items().stream().map(value).distinct().sorted().toList();
    }

    /** None where there are more: each row names its own. */
    private List<String> namedReporters() {
        List<String> reporters = different(TradeSummaryItem::reporter);
        return reporters.size() > NAMED_REPORTERS ? List.of() : reporters;
    }

    private String title() {
        Stream<String> period = summary.period() == null
                ? Stream.of()
                : Stream.of(summary.period().toString());
        return Stream.of(
                        Stream.of(words.of("title.summary")),
                        namedReporters().stream().map(words::region),
                        period)
                .flatMap(part -> part)
                .reduce((one, other) -> one + " · " + other)
                .orElseThrow();
    }

    private String file() {
        List<String> parts = new ArrayList<>(namedReporters());
        if (summary.period() != null) {
            parts.add(summary.period().from().toString().substring(0, 7));
            parts.add(summary.period().to().toString().substring(0, 7));
        }
        return SumNotes.file("trade-summary", parts);
    }
}
