package io.provincelink.trade.load.file;

/**
 * One row of a load, valid by itself, in the numbers that {@code trade_figure} keeps. The same object is used for every row of a
 * file, so that a file of any length takes the same memory.
 */
public final class ParsedRow {

    /** What {@link #value} is where the row withdraws a figure. */
    public static final long WITHDRAWN = -1;

    /** Line of the file, or row of the sheet, from 1. */
    public long line;

    /** In units of the currency's last decimal, or {@link #WITHDRAWN}. */
    public long value;

    /** -1 where no weight is reported. */
    public long netGrams;

    /** First month as yyyymm. */
    public int period;

    public short months;
    public int hs;
    public short reporter;
    public short partner;
    public short flow;
    public short gate;
    public short regime;
    public short status;
    public short attribution;
    public short valuation;

    /** 0 where none is named. */
    public short hsEdition;

    /** ISO 4217 code; the same object for the same code. */
    public String currency = "";
}
