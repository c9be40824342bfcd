/** What this service counts. */
@NullMarked
package io.provincelink.agreements.indicator;

import org.jspecify.annotations.NullMarked;
