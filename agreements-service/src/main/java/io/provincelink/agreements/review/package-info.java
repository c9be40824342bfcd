/** What this service adds to the review of a programme; composed with the other services' parts in the gateway. */
@NullMarked
package io.provincelink.agreements.review;

import org.jspecify.annotations.NullMarked;
