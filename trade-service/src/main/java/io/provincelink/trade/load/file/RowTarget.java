package io.provincelink.trade.load.file;

import java.io.IOException;

/** Where the valid rows of a file go while it is read. */
public interface RowTarget {

    /**
     * Gets one row.
     *
     * @param row to be read before the next call, which brings the same object
     */
    void take(ParsedRow row) throws IOException;
}
