/** What this service counts for a cooperation. */
@NullMarked
package io.provincelink.trade.indicator;

import org.jspecify.annotations.NullMarked;
