/** The trace that a request belongs to (W3C Trace Context): taken or begun at the door, passed on, and named by every line of the log. */
@NullMarked
package io.provincelink.kit.trace;

import org.jspecify.annotations.NullMarked;
