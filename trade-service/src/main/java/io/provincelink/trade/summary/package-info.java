/** Trade figures added up: by year, month, flow, gate, chapter, regime and partner. */
@NullMarked
package io.provincelink.trade.summary;

import org.jspecify.annotations.NullMarked;
