/** The administrative units of both sides of a border as they were on any day, and who may act for whom. */
@NullMarked
package io.provincelink.kit.region;

import org.jspecify.annotations.NullMarked;
