/** Sums as sheets and tables to take away, in the reader's language. */
@NullMarked
package io.provincelink.trade.export;

import org.jspecify.annotations.NullMarked;
