/** Words that several kinds of exchange share. */
@NullMarked
package io.provincelink.exchanges.words;

import org.jspecify.annotations.NullMarked;
