package io.provincelink.testing.trade;

import java.util.stream.IntStream;

/** Codes of the Harmonized System: its real chapters, and made-up subheadings below them. */
final class Goods {

    /** 77 is kept free by the Harmonized System, 98 and 99 are for the countries themselves. */
    static final int[] CHAPTERS =
            IntStream.rangeClosed(1, 97).filter(chapter -> chapter != 77).toArray();

    private static final int FIRST = 101;

    /** Codes that belong to one kind of goods: it stands under one of them, or under another where it was taken for something else. */
    private static final int APART = 4;

    static final int MOST_IN_A_CHAPTER = (9999 - FIRST) / APART;

    private Goods() {}

    /**
     * Six digits.
     *
     * @param atGate goods at gates have other codes than those at none, so that these can never be the total of those
     * @param mistaken whether it was taken for something else
     */
    static int code(int chapter, int kind, boolean atGate, boolean mistaken) {
        return chapter * 10_000 + FIRST + kind * APART + (atGate ? 0 : 1) + (mistaken ? 2 : 0);
    }
}
