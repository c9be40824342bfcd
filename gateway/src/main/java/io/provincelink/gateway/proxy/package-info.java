/** Streams requests to the service that is responsible, and its answers back. */
@NullMarked
package io.provincelink.gateway.proxy;

import org.jspecify.annotations.NullMarked;
