/** A repeated POST with the same Idempotency-Key is done once and answered twice. */
@NullMarked
package io.provincelink.record.idempotency;

import org.jspecify.annotations.NullMarked;
