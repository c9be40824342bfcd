/** Rows into figures: where they wait for their load, and how they are taken over with their sums. */
@NullMarked
package io.provincelink.trade.load.merge;

import org.jspecify.annotations.NullMarked;
