/** How far a turnover goal has been reached, month by month. */
@NullMarked
package io.provincelink.trade.progress;

import org.jspecify.annotations.NullMarked;
