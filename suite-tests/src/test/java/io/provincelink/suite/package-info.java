/** The packaged suite, started with its launcher and used from outside. */
@NullMarked
package io.provincelink.suite;

import org.jspecify.annotations.NullMarked;
