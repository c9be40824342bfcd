package io.provincelink.agreements.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.http.ReadBack;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Text;
import io.provincelink.record.RecordStore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a programme wants to reach.
 *
 * @param indicator code out of {@code GET /indicators}
 * @param target null where it was agreed but never published, and where nothing is agreed yet
 * @param baseline where it started from
 * @param proposedTarget what is proposed and not agreed, such as the figure of the period before; a review measures nothing against it
 * @param baselineFrom the published figure that the baseline was taken from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ReadBack({"standing", "confirmations"})
public record Goal(
        @Nullable UUID id,

        @NotNull @Size(max = 60) @Pattern(regexp = "^[a-z]+(-[a-z]+){0,10}$")
        String indicator,

        @Nullable Field field,
        @NotNull Kind kind,
        @Nullable @Valid Text title,
        @Nullable @Valid Figure target,
        @Nullable @Valid Figure baseline,
        @NotNull Direction direction,
        @Nullable @Valid Figure proposedTarget,
        @Nullable @Valid BaselineOrigin baselineFrom) {

    /** What the target's figure means. */
    @Schema(name = "GoalKind")
    public enum Kind {
        /** So much over the whole period. */
        TOTAL,
        /** So much up or down each year. */
        YEARLY_CHANGE,
        /** Such a share at the end. */
        SHARE
    }

    /** Which way is better. */
    @Schema(name = "GoalDirection")
    public enum Direction {
        UP,
        DOWN
    }

    Goal withId(@Nullable UUID newId) {
        return new Goal(
                newId, indicator, field, kind, title, target, baseline, direction, proposedTarget, baselineFrom);
    }

    /** What the next period's draft takes from it: the figure as a proposal, and where things stand now if somebody published it. */
    Goal carried(@Nullable Figure standing, @Nullable BaselineOrigin from) {
        Figure proposal = target == null ? proposedTarget : target;
        return new Goal(
                RecordStore.idOr(null), indicator, field, kind, title, null, standing, direction, proposal, from);
    }

    /** Whether both want the same: then who agreed to the one agrees to the other. The field is only where it is filed. */
    boolean wantsTheSameAs(Goal other) {
        return indicator.equals(other.indicator)
                && kind == other.kind
                && direction == other.direction
                && Objects.equals(title, other.title)
                && Objects.equals(target, other.target)
                && Objects.equals(baseline, other.baseline);
    }
}
