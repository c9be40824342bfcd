/** Cooperation programmes: what two sides set out to do in a period, and how they judged it at the end. */
@NullMarked
package io.provincelink.agreements.programme;

import org.jspecify.annotations.NullMarked;
