package io.provincelink.testing.trade;

/** How much of what is traded when: a function of the seed alone, the same for both sides. */
final class Values {

    private static final int[] SEASON = {92, 71, 98, 100, 103, 101, 99, 102, 105, 104, 110, 115};
    private static final int SIZES = 256;

    private final long seed;

    /** Cents of a usual month for goods that are small, middling or large: most are small. */
    private final long[] sizes = new long[SIZES];

    Values(long seed) {
        this.seed = mixed(seed);
        for (int i = 0; i < SIZES; i++) {
            // from about 200 to 500,000 USD, evenly by their order of magnitude; StrictMath is the same on every
            // machine
            sizes[i] = (long) (20_000 * StrictMath.exp(i * 7.8 / SIZES));
        }
    }

    /** Goods on their way, as a number that decides all that is peculiar to them. */
    long goods(long way, int chapter, int kind) {
        return mixed(seed + way * 0x9E3779B97F4A7C15L + chapter * 1_000_003L + kind);
    }

    /** Worth in cents at the border of the exporting country. */
    long traded(long goods, int chapter, int month) {
        long usual = sizes[(int) (goods & SIZES - 1)] * (50 + mixed(seed + chapter) % 40) / 100;
        long noise = 80 + Long.remainderUnsigned(mixed(goods ^ month * 0x632BE59BD9B4E019L), 41);
        // about 4 % more every year since 2000
        long grown = 1000 + (month - 2000L * 12) * 10 / 3;
        return Math.max(1, usual * noise / 100 * SEASON[Math.floorMod(month, 12)] / 100 * Math.max(100, grown) / 1000);
    }

    /** The same with what it costs to bring it: 5 to 15 % more. */
    static long withFreight(long cents, long goods) {
        return cents + cents * (50 + Long.remainderUnsigned(goods >>> 32, 101)) / 1000;
    }

    /** Goods of one chapter cost about the same by weight, from 20 cents to 50 USD a kilogram. */
    long kilograms(long cents, int chapter) {
        return cents / (20 + Long.remainderUnsigned(mixed(seed + chapter * 31L), 4981));
    }

    /** Whether this is one of so many; each place of the number gives another choice. */
    static boolean share(long number, int place, int ofSoMany) {
        return (number >>> place & 0xffffff) % ofSoMany == 0;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the argument decides half of the result's bits. */
    static long mixed(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
