/** This service's share of a programme review, for the gateway. */
@NullMarked
package io.provincelink.exchanges.review;

import org.jspecify.annotations.NullMarked;
