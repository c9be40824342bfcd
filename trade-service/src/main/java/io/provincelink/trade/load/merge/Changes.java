package io.provincelink.trade.load.merge;

/**
 * What a load changes.
 *
 * @param apart how many of these do not leave a figure in the sums that it is in, but add one to sums, take one off, or both
 */
record Changes(long added, long revised, long withdrawn, long apart) {

    static Changes fresh(long added) {
        return new Changes(added, 0, 0, added);
    }

    long replaced() {
        return revised + withdrawn;
    }

    boolean isNone() {
        return added + replaced() == 0;
    }

    /** Whether all figures stay in the sums that they are in, with other values. */
    boolean isWithinSums() {
        return apart == 0;
    }

    /** Whether sums may have lost their last figure. */
    boolean takesOff() {
        return apart > added;
    }
}
