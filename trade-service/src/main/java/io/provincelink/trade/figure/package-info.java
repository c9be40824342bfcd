/** Trade figures: what one side reports of its exports and imports, month by month. */
@NullMarked
package io.provincelink.trade.figure;

import org.jspecify.annotations.NullMarked;
