/** The gateway's own small database: reached in the background, and done without while it is away. */
@NullMarked
package io.provincelink.gateway.store;

import org.jspecify.annotations.NullMarked;
