/** What this service knows of a region at a glance; composed with the other services' parts in the gateway. */
@NullMarked
package io.provincelink.agreements.overview;

import org.jspecify.annotations.NullMarked;
