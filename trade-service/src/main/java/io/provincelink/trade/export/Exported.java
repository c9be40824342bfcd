package io.provincelink.trade.export;

/** An answer that is also given as a sheet ({@link SheetWriter#SHEET}) and as a table ({@code text/csv}). */
public interface Exported {

    /** The same as a sheet, in the reader's words. */
    Sheet sheet(Wording words);
}
