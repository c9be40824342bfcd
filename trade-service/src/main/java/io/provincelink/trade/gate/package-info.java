/** Border gates: where goods and people cross, with a name on each side. */
@NullMarked
package io.provincelink.trade.gate;

import org.jspecify.annotations.NullMarked;
