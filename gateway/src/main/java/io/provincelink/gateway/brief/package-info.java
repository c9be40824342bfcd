/** Records in short, as they stand in composed answers beside records of other types. */
@NullMarked
package io.provincelink.gateway.brief;

import org.jspecify.annotations.NullMarked;
