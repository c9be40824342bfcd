/** The contracts of all services merged into one. */
@NullMarked
package io.provincelink.gateway.contract;

import org.jspecify.annotations.NullMarked;
