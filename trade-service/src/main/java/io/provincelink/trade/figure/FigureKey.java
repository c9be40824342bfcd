package io.provincelink.trade.figure;

import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a trade figure is about, in the numbers of its table. A figure's id is its key, written as a UUID of version 8 (RFC 9562), so
 * that neither a column nor an index is needed to find it. Traders and gates are numbered by the database, so ids are its own, too.
 *
 * @param reporter number of the trader
 * @param partner number of the trader
 * @param gate number of the gate, 0 where none is named
 * @param hs see {@link HsNumber}
 * @param currency three capital letters
 */
public record FigureKey(
        MonthRange months,
        short reporter,
        short partner,
        Flow flow,
        short gate,
        Regime regime,
        int hs,
        String currency) {

    private static final int FIRST_YEAR = 1900;
    private static final int LETTERS = 26;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 1L << 63;

    /** The same in other months. */
    FigureKey in(MonthRange others) {
        return new FigureKey(others, reporter, partner, flow, gate, regime, hs, currency);
    }

    /** In the order of the columns of the table's key. */
    List<Object> columns() {
        return List.of(
                months.first(),
                (int) reporter,
                (int) partner,
                Place.of(flow),
                (int) gate,
                Place.of(regime),
                hs,
                months.count(),
                currency);
    }

    /**
     * High half, from the left: months since 1900 (12 bits), how many months (4), reporter (15), partner (15), flow (1), 0 (1); the
     * version (4); regime (2), 0 (10). Low half: the variant (2), gate (15), goods (24), currency in base 26 (15), 0 (8).
     */
    public UUID id() {
        long month = (months.first() / 100 - FIRST_YEAR) * 12L + months.first() % 100 - 1;
        long high = ((month << 4 | months.count()) << 15 | reporter) << 15 | partner;
        high = (high << 1 | Place.of(flow)) << 1;
        high = high << 16 | VERSION_8 | (long) Place.of(regime) << 10;
        long low = ((((long) gate << 24 | hs) << 15) | number(currency)) << 8;
        return new UUID(high, VARIANT | low);
    }

    /** The key that an id is; empty where it is no figure's. */
    static Optional<FigureKey> of(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int month = (int) (high >>> 52);
        int first = (FIRST_YEAR + month / 12) * 100 + month % 12 + 1;
        int count = bits(high, 48, 4);
        if (count < 1 || first % 100 + count > 13) {
            return Optional.empty();
        }
        FigureKey key = new FigureKey(
                new MonthRange(first, count),
                (short) bits(high, 33, 15),
                (short) bits(high, 18, 15),
                Place.read(Flow.class, bits(high, 17, 1)),
                (short) bits(low, 47, 15),
                Place.read(Regime.class, bits(high, 10, 2)),
                bits(low, 23, 24),
                letters(bits(low, 8, 15)));
        return key.id().equals(id) ? Optional.of(key) : Optional.empty();
    }

    private static int bits(long from, int right, int count) {
        return (int) (from >>> right & (1L << count) - 1);
    }

    private static int number(String currency) {
        return (digit(currency, 0) * LETTERS + digit(currency, 1)) * LETTERS + digit(currency, 2);
    }

    private static int digit(String currency, int place) {
        return currency.charAt(place) - 'A';
    }

    private static String letters(int number) {
        return "" + letter(number / LETTERS / LETTERS) + letter(number / LETTERS % LETTERS) + letter(number % LETTERS);
    }

    private static char letter(int digit) {
        return (char) ('A' + digit);
    }
}
