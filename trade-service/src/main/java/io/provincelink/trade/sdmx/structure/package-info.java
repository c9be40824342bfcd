/** What the data look like, told in SDMX's own terms: dataflows, structures, code lists, concepts. */
@NullMarked
package io.provincelink.trade.sdmx.structure;

import org.jspecify.annotations.NullMarked;
