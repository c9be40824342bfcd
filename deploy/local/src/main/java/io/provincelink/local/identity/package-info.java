/** The signing key of a data directory and the tokens of sample people. */
@NullMarked
package io.provincelink.local.identity;

import org.jspecify.annotations.NullMarked;
