/** Everything that a phone needs to read agreements and programmes without a network, in one download. */
@NullMarked
package io.provincelink.agreements.offline;

import org.jspecify.annotations.NullMarked;
