/** What monthly figures of all kinds share: months, a reporter, narrow rows, and old values that are kept. */
@NullMarked
package io.provincelink.trade.statistic;

import org.jspecify.annotations.NullMarked;
