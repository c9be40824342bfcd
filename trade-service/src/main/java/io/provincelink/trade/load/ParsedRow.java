package io.provincelink.trade.load;

/**
 * One row of a load, valid by itself, in the numbers that {@code trade_figure} keeps. The same object is used for every row of a
 * file, so that a file of any length takes the same memory.
 */
final class ParsedRow {

    /** What {@link #value} is where the row withdraws a figure. */
    static final long WITHDRAWN = -1;

    /** Line of the file, or row of the sheet, from 1. */
    long line;

    /** In units of the currency's last decimal, or {@link #WITHDRAWN}. */
    long value;

    /** -1 where no weight is reported. */
    long netGrams;

    /** First month as yyyymm. */
    int period;

    short months;
    int hs;
    short reporter;
    short partner;
    short flow;
    short gate;
    short regime;
    short status;
    short attribution;
    short valuation;

    /** 0 where none is named. */
    short hsEdition;

    /** ISO 4217 code; the same object for the same code. */
    String currency = "";
}
