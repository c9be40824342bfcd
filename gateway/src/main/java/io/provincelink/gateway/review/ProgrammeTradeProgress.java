package io.provincelink.gateway.review;

import io.provincelink.kit.words.Figure;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a programme's turnover goal has been reached.
 *
 * @param target of the goal for the whole period; null where it has none in money, or none was published
 * @param progress as trade-service tells it for this target; null where there is no target or no second party, where the goal is of
 *     more years than it takes, or where it is unavailable
 * @param unavailable the services that did not answer in time; what they know is missing above, never guessed
 */
public record ProgrammeTradeProgress(
        Review.Programme programme,
        @Nullable Figure target,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "As GET /trade-progress answers.")
        @Nullable
        Object progress,

        List<String> unavailable) {}
