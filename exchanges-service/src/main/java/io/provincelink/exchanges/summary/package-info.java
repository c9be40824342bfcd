/** Exchanges counted by year, level, field and direction. */
@NullMarked
package io.provincelink.exchanges.summary;

import org.jspecify.annotations.NullMarked;
