package io.provincelink.trade.load;

import java.io.IOException;

/** Where the valid rows of a file go while it is read. */
interface RowTarget {

    /** @param row to be read before the next call, which brings the same object */
    void take(ParsedRow row) throws IOException;
}
