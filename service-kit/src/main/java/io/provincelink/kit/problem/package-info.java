/** What goes wrong, said as RFC 9457 problem+json in the reader's language. */
@NullMarked
package io.provincelink.kit.problem;

import org.jspecify.annotations.NullMarked;
