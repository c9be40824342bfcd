package io.provincelink.agreements.programme;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids behind the references of a programme to others, so that they can be followed in both directions. */
record Links(@Nullable UUID predecessor, @Nullable UUID parent) {}
