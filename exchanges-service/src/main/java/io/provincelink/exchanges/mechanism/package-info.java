/** Mechanisms: who agreed to meet whom, how often, and until when a due session may be held. */
@NullMarked
package io.provincelink.exchanges.mechanism;

import org.jspecify.annotations.NullMarked;
