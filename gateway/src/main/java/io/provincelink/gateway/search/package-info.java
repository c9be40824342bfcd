/** One search over the records of all services. */
@NullMarked
package io.provincelink.gateway.search;

import org.jspecify.annotations.NullMarked;
