/** What the gateway itself says at the door: refusals in the caller's language, for addresses, tokens and services alike. */
@NullMarked
package io.provincelink.gateway.door;

import org.jspecify.annotations.NullMarked;
