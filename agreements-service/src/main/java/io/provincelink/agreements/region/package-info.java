/** The list of regions, served to everybody. */
@NullMarked
package io.provincelink.agreements.region;

import org.jspecify.annotations.NullMarked;
