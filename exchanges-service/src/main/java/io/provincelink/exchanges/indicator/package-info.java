/** What this service counts itself for a cooperation. */
@NullMarked
package io.provincelink.exchanges.indicator;

import org.jspecify.annotations.NullMarked;
