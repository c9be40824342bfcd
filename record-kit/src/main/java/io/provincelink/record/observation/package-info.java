/** Published figures beside counted ones: what somebody said, and what the system itself has on record. */
@NullMarked
package io.provincelink.record.observation;

import org.jspecify.annotations.NullMarked;
