/** How many requests a client, or an address without a token, may send. */
@NullMarked
package io.provincelink.gateway.limit;

import org.jspecify.annotations.NullMarked;
