package io.provincelink.record.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published figure as a client gets it.
 *
 * @param updatedAt when it was recorded or corrected last
 */
public record ObservationView(
        UUID id,
        String indicator,
        List<String> parties,
        @Nullable Text title,
        @Nullable Period period,
        @Nullable String periodAsPublished,
        Figure figure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TargetComparison comparedToTarget,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String programme,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Text scopeNote,
        Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    public static ObservationView of(Observation observation) {
        return new ObservationView(
                observation.id(),
                observation.indicator(),
                observation.parties(),
                observation.title(),
                observation.period(),
                observation.periodAsPublished(),
                observation.figure(),
                observation.comparedToTarget(),
                observation.programme(),
                observation.scopeNote(),
                observation.source(),
                observation.externalIds(),
                observation.updatedAt());
    }
}
