package io.provincelink.agreements.agreement;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records that a draft names, found.
 *
 * @param restsOn agreements and legal acts, in the order of the draft
 * @param renews the earlier agreement
 */
record AgreementLinks(List<UUID> restsOn, @Nullable UUID renews) {}
