/** Loads: years of trade figures in one file, read while they arrive and taken in as a whole or not at all. */
@NullMarked
package io.provincelink.trade.load;

import org.jspecify.annotations.NullMarked;
