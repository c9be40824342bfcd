package io.provincelink.agreements.programme;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids behind the references of a programme to other records, so that they can be followed in both directions.
 *
 * @param restsOn its agreements in their order, then its legal acts in theirs
 */
record Links(@Nullable UUID predecessor, @Nullable UUID parent, List<UUID> restsOn) {}
