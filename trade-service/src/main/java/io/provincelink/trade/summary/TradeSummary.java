package io.provincelink.trade.summary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.export.Exported;
import io.provincelink.trade.export.Sheet;
import io.provincelink.trade.export.Wording;
import io.provincelink.trade.figure.Regime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trade figures added up. Rows of different reporters, currencies or attributions are never added.
 *
 * @param groupBy by what it is divided, in the order asked for, which is that of the rows too
 * @param period as asked for, else from the first to the last month that was reported; absent where nothing was
 * @param regimes that are counted
 * @param filters as they were asked for, by the parameter's name
 * @param knownAt the moment whose knowledge it is: when the last figure became known, or asOf where that is earlier
 */
public record TradeSummary(
        List<String> groupBy,
        @Nullable Period period,
        List<Regime> regimes,
        @Nullable Instant knownAt,
        List<TradeSummaryItem> items,
        @JsonIgnore Map<String, String> filters)
        implements Exported {

    @Override
    public Sheet sheet(Wording words) {
        return new SummarySheet(this, words).sheet();
    }
}
