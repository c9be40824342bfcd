package io.provincelink.gateway.review;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme, as far as a review reads it. */
record ProgrammeAnswer(
        UUID id,
        String code,
        String kind,
        Text title,
        List<Party> parties,
        Period period,
        String status,
        List<Goal> goals,
        Review.@Nullable Assessment assessment) {

    /** @throws IllegalArgumentException when something is missing that every programme has */
    ProgrammeAnswer {
        if (id == null
                || code == null
                || title == null
                || parties == null
                || parties.isEmpty()
                || parties.stream().anyMatch(Objects::isNull)
                || period == null
                || period.from() == null
                || period.to() == null
                || !period.isInOrder()) {
            throw new IllegalArgumentException("not a programme");
        }
        goals = goals == null ? List.of() : goals;
        if (goals.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("not a programme's goals");
        }
    }

    Review.Programme inShort() {
        return new Review.Programme(id, code, kind, title, regions(), period, status);
    }

    List<String> regions() {
        return parties.stream().map(Party::region).toList();
    }

    /** A side of the programme. */
    record Party(String region) {

        Party {
            if (region == null) {
                throw new IllegalArgumentException("not a party");
            }
        }
    }

    /** What the programme wants to reach, see {@link Evidence}. */
    record Goal(
            String indicator,
            @Nullable Text title,
            Kind kind,
            @Nullable Figure target,
            @Nullable Figure baseline,
            Direction direction) {

        Goal {
            boolean measurable =
                    (target == null || Bounds.isFigure(target)) && (baseline == null || Bounds.isFigure(baseline));
            if (indicator == null || !measurable) {
                throw new IllegalArgumentException("not a goal");
            }
            kind = kind == null ? Kind.TOTAL : kind;
            direction = direction == null ? Direction.UP : direction;
        }

        /** What the target's figure means. */
        enum Kind {
            /** So much over the whole period. */
            TOTAL,
            /** So much in the goal's direction each year. */
            YEARLY_CHANGE,
            /** Such a share at the end. */
            SHARE
        }

        /** Which way is better. */
        enum Direction {
            UP,
            DOWN
        }
    }
}
