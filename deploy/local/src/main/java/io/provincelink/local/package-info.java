/** Starts the whole suite on one machine, watches it and stops it in order. */
@NullMarked
package io.provincelink.local;

import org.jspecify.annotations.NullMarked;
