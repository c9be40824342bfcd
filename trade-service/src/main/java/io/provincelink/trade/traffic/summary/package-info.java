/** Traffic figures added up, and how much of the agreed permits was used. */
@NullMarked
package io.provincelink.trade.traffic.summary;

import org.jspecify.annotations.NullMarked;
