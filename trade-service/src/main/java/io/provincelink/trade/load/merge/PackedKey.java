package io.provincelink.trade.load.merge;

import io.provincelink.trade.load.file.ParsedRow;

/**
 * The key of a row in two numbers, which sort as the key of {@code trade_figure} does among the rows of one reporter: {@code k1} holds
 * period, partner, flow, gate and regime, {@code k2} the HS number, the months, and the place of the currency in the manifest. Two
 * columns are sent, compared and sorted several times as fast as eight.
 */
final class PackedKey {

    /** How many currencies one file may have. */
    static final int CURRENCIES = 1 << 10;

    private static final int PERIOD = 35;
    private static final int PARTNER = 20;
    private static final int FLOW = 18;
    private static final int GATE = 3;
    private static final int HS = 14;
    private static final int MONTHS = 10;
    private static final int STATUS_BITS = 2;
    private static final int ATTRIBUTION_BITS = 3;
    private static final int VALUATION_BITS = 3;

    private PackedKey() {}

    static long first(ParsedRow row) {
        return (long) row.period << PERIOD
                | (long) row.partner << PARTNER
                | (long) row.flow << FLOW
                | (long) row.gate << GATE
                | row.regime;
    }

    static long second(ParsedRow row, int currency) {
        return (long) row.hs << HS | (long) row.months << MONTHS | currency;
    }

    /** Status, attribution, valuation and edition: what a revision may change beside the numbers. */
    static int marks(ParsedRow row) {
        return ((row.hsEdition << VALUATION_BITS | row.valuation) << ATTRIBUTION_BITS | row.attribution) << STATUS_BITS
                | row.status;
    }
}
