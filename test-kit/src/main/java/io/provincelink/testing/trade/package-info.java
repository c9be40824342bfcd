/** Made-up trade between the two invented countries, of any size and always the same for the same plan: for tests and benchmarks. */
@NullMarked
package io.provincelink.testing.trade;

import org.jspecify.annotations.NullMarked;
