/** Which of the parts that the gateway needs are well. None of them decides its readiness: it goes on without any. */
@NullMarked
package io.provincelink.gateway.health;

import org.jspecify.annotations.NullMarked;
