package io.provincelink.testing.trade;

import java.time.YearMonth;

/**
 * What a file of made-up trade figures shall hold.
 *
 * @param reporter {@link #A} or {@link #B}: a file has one
 * @param from first month
 * @param months how many months, each with as many rows as the others or one more
 * @param rows of the file, without the header
 * @param seed decides all values; the two reporters' files tell of the same trade if it is the same
 * @param revision 0 for what was reported first, then 1, 2 and so on
 * @param changed how many of a thousand rows each revision changes; the others stay as they are, byte for byte
 */
public record TradePlan(String reporter, YearMonth from, int months, long rows, long seed, int revision, int changed) {

    /** A province of country A. */
    public static final String A = "XA.01";

    /** A prefecture of country B. */
    public static final String B = "XB.010100";

    private static final long MOST_IN_A_MONTH =
            (long) TradeLane.COUNT * Goods.CHAPTERS.length * Goods.MOST_IN_A_CHAPTER;

    public TradePlan {
        if (!reporter.equals(A) && !reporter.equals(B)) {
            throw new IllegalArgumentException("reporter " + reporter + " is neither " + A + " nor " + B);
        }
        if (months < 1 || rows < 0 || rows / months >= MOST_IN_A_MONTH) {
            throw new IllegalArgumentException(rows + " rows in " + months + " months");
        }
        if (revision < 0 || changed < 0 || changed > 1000) {
            throw new IllegalArgumentException("revision " + revision + " of " + changed + " in a thousand");
        }
    }

    public static TradePlan of(String reporter, YearMonth from, int months, long rows) {
        return new TradePlan(reporter, from, months, rows, 1, 0, 0);
    }

    public TradePlan seeded(long other) {
        return new TradePlan(reporter, from, months, rows, other, revision, changed);
    }

    /** What the other side reports of the same trade. */
    public TradePlan mirrored() {
        return new TradePlan(reporter.equals(A) ? B : A, from, months, rows, seed, revision, changed);
    }

    /** @param inThousand how many of a thousand rows are other ones than in the revision before; the same for all revisions */
    public TradePlan revised(int inThousand) {
        if (revision > 0 && inThousand != changed) {
            throw new IllegalArgumentException(inThousand + " after " + changed);
        }
        return new TradePlan(reporter, from, months, rows, seed, revision + 1, inThousand);
    }

    /** Rows of one of the months, from 0. */
    long rowsOf(int month) {
        return rows / months + (month < rows % months ? 1 : 0);
    }
}
