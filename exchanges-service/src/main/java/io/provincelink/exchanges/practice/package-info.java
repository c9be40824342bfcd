/** Models that one place offers to others. */
@NullMarked
package io.provincelink.exchanges.practice;

import org.jspecify.annotations.NullMarked;
