package io.provincelink.trade.load;

import io.provincelink.trade.statistic.MonthRange;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What the change log says of a load, and so everybody: which figures may have changed. One item however many figures there are; who
 * follows reads them anew, {@code GET /trade-figures?reporter=…&period=…}.
 *
 * @param from first month of its figures, 2019-01
 * @param to first month of the last of them
 * @param revision that its figures have
 */
public record LoadedFigures(
        UUID id,
        String reporter,
        List<String> partners,
        String from,
        String to,
        long added,
        long revised,
        long withdrawn,
        int revision) {

    static LoadedFigures of(TradeLoad load, List<String> partners) {
        List<Integer> periods = load.manifest().periods();
        TradeLoad.Counts counts = Objects.requireNonNull(load.counts());
        return new LoadedFigures(
                load.id(),
                Objects.requireNonNull(load.reporter()),
                partners,
                new MonthRange(periods.get(0), 1).from(),
                new MonthRange(periods.get(periods.size() - 1), 1).from(),
                counts.added(),
                counts.revised(),
                counts.withdrawn(),
                Objects.requireNonNull(load.revision()));
    }
}
