/** The suite beside its peers, in one run on one machine, with figures that can be measured again. */
@NullMarked
package io.provincelink.benchmarks;

import org.jspecify.annotations.NullMarked;
