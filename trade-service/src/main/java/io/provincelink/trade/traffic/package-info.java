/** Traffic figures: permits, crossings and placements, month by month. */
@NullMarked
package io.provincelink.trade.traffic;

import org.jspecify.annotations.NullMarked;
