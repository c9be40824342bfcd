package io.provincelink.trade.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.trade.summary.TradeSum;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side reports of some goods.
 *
 * @param reported as it is valued there
 * @param fob the same as FOB, which is what is compared
 */
public record MirrorValue(Figure reported, Figure fob) {

    /** Null where it reports nothing. */
    static @Nullable MirrorValue of(List<TradeSum> sums, Yardstick yardstick) {
        if (sums.isEmpty()) {
            return null;
        }
        boolean estimated = sums.stream().anyMatch(sum -> sum.amount().isEstimated());
        BigDecimal reported = sums.stream().map(sum -> sum.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MirrorValue(yardstick.figure(reported, estimated), yardstick.figure(yardstick.fob(sums), estimated));
    }

    @JsonIgnore
    boolean isExact() {
        return fob.qualifier() == Qualifier.EXACT;
    }
}
