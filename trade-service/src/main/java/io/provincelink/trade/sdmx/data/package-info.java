/** Figures as SDMX series, in each of its formats, and which of them there are. */
@NullMarked
package io.provincelink.trade.sdmx.data;

import org.jspecify.annotations.NullMarked;
