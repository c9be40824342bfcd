/** A region at a glance, composed out of the three services. */
@NullMarked
package io.provincelink.gateway.overview;

import org.jspecify.annotations.NullMarked;
