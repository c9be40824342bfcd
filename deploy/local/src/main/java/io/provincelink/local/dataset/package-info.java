/** Loads the published facts through the public API, as any client would. */
@NullMarked
package io.provincelink.local.dataset;

import org.jspecify.annotations.NullMarked;
