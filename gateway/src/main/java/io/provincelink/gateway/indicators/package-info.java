/** The indicators of all services in one list. */
@NullMarked
package io.provincelink.gateway.indicators;

import org.jspecify.annotations.NullMarked;
