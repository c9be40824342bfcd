/** By what the services know the gateway itself, where it asks for nobody who is there. */
@NullMarked
package io.provincelink.gateway.credential;

import org.jspecify.annotations.NullMarked;
