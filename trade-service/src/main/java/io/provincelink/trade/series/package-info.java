/** Trade figures of one reporter as a series, with growth. */
@NullMarked
package io.provincelink.trade.series;

import org.jspecify.annotations.NullMarked;
