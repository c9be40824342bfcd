package io.provincelink.gateway.brief;

import io.provincelink.kit.words.PlainNumber;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one side reports, in one currency and one attribution; never added to what anybody else reports.
 *
 * @param reporter what units inside it report counts for it
 * @param partner on whom; null where it is on all partners together
 * @param attribution by what goods are counted for the reporter
 * @param newest the last three months, or ranges of months published together, of which there is a figure; the latest first
 * @param months the twelve months up to the latest of these
 */
public record ReportedTrade(
        String reporter,
        @Nullable String partner,
        String currency,
        String attribution,
        List<Amounts> newest,
        Amounts months) {

    public ReportedTrade {
        Given.value(reporter);
        Given.value(currency);
        Given.value(attribution);
        Given.list(newest);
        Given.value(months);
    }

    /**
     * Sums of the figures whose months all lie in these.
     *
     * @param from the first month, such as 2019-01
     * @param to the last month
     * @param exports null where there is no figure
     * @param imports null where there is no figure
     * @param exportMonths how many of the months have a figure of exports
     * @param importMonths how many have one of imports
     * @param estimated whether one of the figures is an estimate
     */
    @Schema(name = "ReportedTradeAmounts")
    public record Amounts(
            String from,
            String to,
            @Nullable BigDecimal exports,
            @Nullable BigDecimal imports,
            int exportMonths,
            int importMonths,
            boolean estimated) {

        public Amounts {
            Given.value(from);
            Given.value(to);
            exports = PlainNumber.of(exports);
            imports = PlainNumber.of(imports);
        }
    }

    /** What trade-service says. */
    public record Part(List<ReportedTrade> trade) {
        public Part {
            Given.list(trade);
        }
    }
}
