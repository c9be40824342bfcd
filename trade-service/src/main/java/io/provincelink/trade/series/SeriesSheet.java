package io.provincelink.trade.series;

import io.provincelink.trade.export.Sheet;
import io.provincelink.trade.export.Wording;
import io.provincelink.trade.summary.SumNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A series as a sheet: a row for each point. */
record SeriesSheet(TradeSeries series, Wording words) {

    private static final int WIDE = 20;
    private static final int NARROW = 12;

    Sheet sheet() {
        Sheet.Table<SeriesPoint> table = new Sheet.Table<>();
        column(table, "period", WIDE, SeriesPoint::period);
        column(table, "reporter", WIDE, point -> words.region(series.reporter()));
        column(table, "flow", WIDE, point -> words.of(series.flow()));
        column(table, "value", WIDE, SeriesPoint::value);
        column(table, "currency", NARROW, point -> series.currency());
        column(table, "qualifier", WIDE, point -> point.qualifier() == null ? null : words.of(point.qualifier()));
        column(table, "present", NARROW, point -> point.coverage().present());
        column(table, "expected", NARROW, point -> point.coverage().expected());
        column(table, "previous", WIDE, point -> point.growth().previous());
        column(table, "yearBefore", WIDE, point -> point.growth().yearBefore());
        column(table, "cumulative", WIDE, SeriesPoint::cumulative);
        column(table, "cumulativePresent", NARROW, point -> point.cumulativeCoverage()
                .present());
        column(table, "cumulativeYearBefore", WIDE, point -> point.growth().cumulativeYearBefore());
        return table.sheet(file(), title(), series.points(), notes().toArray(Sheet.Note[]::new));
    }

    private void column(
            Sheet.Table<SeriesPoint> table, String name, int width, Function<SeriesPoint, @Nullable Object> cell) {
        table.column(words.of("column." + name), width, cell);
    }

    private List<Sheet.Note> notes() {
        List<Sheet.Note> notes = new ArrayList<>(new SumNotes(
                        List.of(series.reporter()),
                        series.knownAt(),
                        one(series.currency()),
                        series.regimes(),
                        one(series.attribution()),
                        series.valuations(),
                        series.filters())
                .in(words));
        notes.add(new Sheet.Note(words.of("note.growth"), words.of("note.growth.text")));
        return notes;
    }

    private static <T> List<T> one(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }

    private String title() {
        return String.join(
                " · ",
                words.of("title.series"),
                words.region(series.reporter()),
                words.of(series.flow()),
                words.of(series.frequency()));
    }

    private String file() {
        Stream<String> ends = series.points().isEmpty()
                ? Stream.of()
                : Stream.of(
                        series.points().get(0).period(),
                        series.points().get(series.points().size() - 1).period());
        return SumNotes.file(
                "trade-series",
                Stream.concat(
                                Stream.of(
                                        series.reporter(),
                                        series.flow().name(),
                                        series.frequency().name()),
                                ends)
                        .toList());
    }
}
