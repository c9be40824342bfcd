/** What the tests of all modules share. */
@NullMarked
package io.provincelink.testing;

import org.jspecify.annotations.NullMarked;
