package io.provincelink.trade.balance;

import io.provincelink.kit.words.PlainNumber;
import io.provincelink.trade.figure.Attribution;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side reports, in one currency and one attribution; never added to what anybody else reports.
 *
 * @param partner on whom; null where it is on all partners together
 * @param newest the last months or ranges of months of which there is a figure, the latest first
 * @param months the twelve months up to the latest of these
 */
public record TradeBalance(
        String reporter,
        @Nullable String partner,
        String currency,
        Attribution attribution,
        List<Amounts> newest,
        Amounts months) {

    /**
     * Sums of the figures whose months all lie in these.
     *
     * @param from the first month, 2019-01
     * @param to the last month
     * @param exports null where there is no figure
     * @param imports likewise
     * @param exportMonths how many months have one of exports
     * @param importMonths how many have one of imports
     * @param estimated whether one of the figures is an estimate
     */
    public record Amounts(
            String from,
            String to,
            @Nullable BigDecimal exports,
            @Nullable BigDecimal imports,
            int exportMonths,
            int importMonths,
            boolean estimated) {

        public Amounts {
            exports = PlainNumber.of(exports);
            imports = PlainNumber.of(imports);
        }
    }
}
