/** Where the gateway may send something: addresses that partners name, looked at closely before anything is connected. */
@NullMarked
package io.provincelink.gateway.destination;

import org.jspecify.annotations.NullMarked;
