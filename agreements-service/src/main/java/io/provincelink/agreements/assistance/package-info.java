/** Projects of assistance: who does what where, planned and paid, and where two do the same. */
@NullMarked
package io.provincelink.agreements.assistance;

import org.jspecify.annotations.NullMarked;
