/** Workbooks: one to fill in, and the rows of one that was filled in. */
@NullMarked
package io.provincelink.trade.load.sheet;

import org.jspecify.annotations.NullMarked;
