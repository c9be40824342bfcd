/** Dated lists of the poor districts and extremely disadvantaged communes: which unit stood on one from when until when. */
@NullMarked
package io.provincelink.agreements.povertylist;

import org.jspecify.annotations.NullMarked;
