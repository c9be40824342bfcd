/** The three services behind the gateway: what each is responsible for, where it listens, how it is asked. */
@NullMarked
package io.provincelink.gateway.upstream;

import org.jspecify.annotations.NullMarked;
