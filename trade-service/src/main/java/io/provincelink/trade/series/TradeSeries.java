package io.provincelink.trade.series;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.provincelink.trade.export.Exported;
import io.provincelink.trade.export.Sheet;
import io.provincelink.trade.export.Wording;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.Valuation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reporter reported, point after point, in one currency and of one attribution.
 *
 * @param currency absent where there are no figures and none was asked for, as {@code attribution}
 * @param valuations FOB, CIF, or both where exports and imports are added as they were reported
 * @param regimes that are counted
 * @param filters as they were asked for, by the parameter's name
 * @param knownAt the moment whose knowledge it is: when the last figure became known, or asOf where that is earlier
 */
public record TradeSeries(
        String reporter,
        SeriesFlow flow,
        Frequency frequency,
        @Nullable Combination combine,
        @Nullable String currency,
        @Nullable Attribution attribution,
        List<Valuation> valuations,
        List<Regime> regimes,
        @Nullable Instant knownAt,
        List<SeriesPoint> points,
        @JsonIgnore Map<String, String> filters)
        implements Exported {

    @Override
    public Sheet sheet(Wording words) {
        return new SeriesSheet(this, words).sheet();
    }
}
