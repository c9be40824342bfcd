/** Agreements between regions, from the draft to the filed copy. */
@NullMarked
package io.provincelink.agreements.agreement;

import org.jspecify.annotations.NullMarked;
