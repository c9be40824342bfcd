/** What statistics offices' programs ask for: SDMX 2.1 over REST, its media types, its errors and its XML. */
@NullMarked
package io.provincelink.trade.sdmx;

import org.jspecify.annotations.NullMarked;
