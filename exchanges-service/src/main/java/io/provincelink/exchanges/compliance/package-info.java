/** Whether a mechanism is kept: its due sessions beside the meetings that are on record. */
@NullMarked
package io.provincelink.exchanges.compliance;

import org.jspecify.annotations.NullMarked;
