package io.provincelink.trade.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.provincelink.kit.words.Figure;
import io.provincelink.trade.summary.TradeSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides report of the same goods, with X for the exports and M for the imports, both as FOB.
 *
 * @param exported what the exporting side reports; absent where it reports nothing
 * @param imported what the importing side reports; absent where it reports nothing
 * @param gap X − M: negative where more arrived than left
 * @param index (X − M) / (X + M), from −1 (imports alone) to 1 (exports alone), rounded to four decimals; 0 where both are nothing
 * @param match absent where neither side reports anything, so that there is nothing to agree on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        @Nullable MirrorValue exported,
        @Nullable MirrorValue imported,
        Figure gap,
        BigDecimal index,
        @JsonProperty("class") @Nullable Match match) {

    private static final int DECIMALS = 4;

    static Comparison of(List<TradeSum> exports, List<TradeSum> imports, Yardstick yardstick) {
        MirrorValue exported = MirrorValue.of(exports, yardstick);
        MirrorValue imported = MirrorValue.of(imports, yardstick);
        BigDecimal x = yardstick.fob(exports);
        BigDecimal m = yardstick.fob(imports);
        BigDecimal both = x.add(m);
        BigDecimal gap = x.subtract(m);
        // rounded once, at the end
        BigDecimal index = both.signum() == 0 ? BigDecimal.ZERO : gap.divide(both, MathContext.DECIMAL128);
        boolean estimated = exported != null && !exported.isExact() || imported != null && !imported.isExact();
        return new Comparison(
                exported,
                imported,
                yardstick.figure(gap, estimated),
                index.setScale(DECIMALS, RoundingMode.HALF_UP),
                exported == null && imported == null ? null : match(x, m, yardstick.agree()));
    }

    /** The limit is compared with the index as it is, not as it is rounded. */
    private static Match match(BigDecimal x, BigDecimal m, int agree) {
        if (x.signum() != m.signum()) {
            return x.signum() > 0 ? Match.EXPORT_UNMATCHED : Match.IMPORT_UNMATCHED;
        }
        BigDecimal apart = x.subtract(m).abs().multiply(BigDecimal.valueOf(100));
        return apart.compareTo(x.add(m).multiply(BigDecimal.valueOf(agree))) <= 0 ? Match.AGREE : Match.GAP;
    }
}
