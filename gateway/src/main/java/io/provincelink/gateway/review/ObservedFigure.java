package io.provincelink.gateway.review;

import io.provincelink.gateway.review.PublishedFigure.PublishedComparison;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * A published figure as a service tells it: more than a review shows.
 *
 * @param title what the source counts, where that is narrower than the indicator
 * @param period null where the source gives none
 * @param periodAsPublished the source's own words for the period
 * @param comparedToTarget how the source itself compares it with the target of the programme that it reports on
 * @param programme id or code of that programme; null where the source names none
 */
record ObservedFigure(
        @Nullable Text title,
        @Nullable Period period,
        @Nullable String periodAsPublished,
        Figure figure,
        @Nullable PublishedComparison comparedToTarget,
        @Nullable String programme,
        @Nullable Source source) {

    /** @throws IllegalArgumentException when it is no such figure */
    ObservedFigure {
        boolean dated = period == null || period.from() != null && period.to() != null && period.isInOrder();
        boolean compares = comparedToTarget == null || comparedToTarget.exceedsByPercent() != null;
        if (!Bounds.isFigure(figure) || !dated || !compares) {
            throw new IllegalArgumentException("not a published figure");
        }
    }

    PublishedFigure published() {
        return new PublishedFigure(period, periodAsPublished, figure, comparedToTarget, source);
    }

    /**
     * As it counts in the judgement of that programme: without the name of another one, and without a comparison with what another
     * one wanted.
     */
    ObservedFigure seenFrom(ProgrammeAnswer judged) {
        boolean named = programme != null
                && (programme.equals(judged.code())
                        || programme.equalsIgnoreCase(judged.id().toString()));
        boolean comparesWithIt = programme == null ? judged.period().equals(period) : named;
        return new ObservedFigure(
                title,
                period,
                periodAsPublished,
                figure,
                comparesWithIt ? comparedToTarget : null,
                named ? programme : null,
                source);
    }
}
