package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param party for which side
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegationStep(
        DelegationStatus to,
        Instant at,
        String party,
        @Nullable Text note) {}
