package io.provincelink.gateway.review;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal's target to measure figures against.
 *
 * @param signed whether falls are written with a minus, so that a number without one is a rise
 */
record Mark(Goal goal, Figure target, Term term, boolean signed) {

    /** "Falls by 1.5" is mostly written as 1.5; but where one of the figures has a minus, those without one mean what they say. */
    static Mark of(Goal goal, Figure target, Term term, List<ObservedFigure> published) {
        boolean minus = published.stream()
                .map(ObservedFigure::figure)
                .anyMatch(figure ->
                        figure.unit().equals(target.unit()) && figure.value().signum() < 0);
        return new Mark(goal, target, term, minus || target.value().signum() < 0);
    }

    /** Whether figures of parts of the period add up to that of the whole. */
    boolean addsUp() {
        return goal.kind() == Goal.Kind.TOTAL;
    }

    /**
     * @param unit of the figure; figures in another unit than the target's decide nothing
     * @param elapsed the share of the period that the figure tells about, null where it tells nothing about the pace
     */
    Verdict judge(String unit, Bounds figure, @Nullable BigDecimal elapsed) {
        if (!unit.equals(target.unit())) {
            return Verdict.NO_DATA;
        }
        Bounds wanted = Bounds.of(target);
        Bounds value = figure;
        BigDecimal start = start();
        if (goal.kind() == Goal.Kind.YEARLY_CHANGE) {
            if (goal.direction() == Goal.Direction.DOWN) {
                value = signed ? value.mirrored() : value;
                wanted = target.value().signum() < 0 ? wanted.mirrored() : wanted;
            }
        } else if (goal.direction() == Goal.Direction.DOWN) {
            value = value.mirrored();
            wanted = wanted.mirrored();
        }
        if (start != null) {
            value = value.minus(start);
            wanted = wanted.minus(start);
        }
        return judgeUpwards(value, wanted, elapsed);
    }

    /** A figure in percent of the target, a fall of 1.2 also where it is written −1.2; null where the two cannot be compared. */
    @Nullable
    Figure progress(Figure figure) {
        boolean otherSign = goal.kind() == Goal.Kind.YEARLY_CHANGE
                && goal.direction() == Goal.Direction.DOWN
                && signed
                && target.value().signum() > 0;
        Figure told = otherSign ? new Figure(figure.value().negate(), figure.qualifier(), figure.unit(), null) : figure;
        return Judgement.progress(told, target);
    }

    private Verdict judgeUpwards(Bounds value, Bounds wanted, @Nullable BigDecimal elapsed) {
        BigDecimal enough = wanted.low() == null ? wanted.high() : wanted.low();
        if (enough == null) {
            return Verdict.NO_DATA;
        }
        BigDecimal more = target.qualifier() == Qualifier.RANGE && wanted.high() != null ? wanted.high() : enough;
        boolean strictly = wanted.above();
        if (value.isSurelyMoreThan(more)) {
            return strictly && value.low() != null && value.low().compareTo(more) == 0 ? Verdict.MET : Verdict.EXCEEDED;
        }
        if (value.isSurelyMoreThan(enough) || !strictly && value.isSurelyAtLeast(enough)) {
            return Verdict.MET;
        }
        boolean below = value.isSurelyLessThan(enough) || strictly && value.isSurelyAtMost(enough);
        return term.isRunning() ? pace(value, enough, elapsed, below) : below ? Verdict.BEHIND : Verdict.NO_DATA;
    }

    /** While the programme runs, what counts is whether the figure keeps up with the time. */
    private Verdict pace(Bounds value, BigDecimal enough, @Nullable BigDecimal elapsed, boolean below) {
        boolean fromNowhere = enough.signum() <= 0 && start() == null;
        if (fromNowhere && goal.kind() == Goal.Kind.SHARE) {
            return Verdict.NO_DATA;
        }
        if (goal.kind() == Goal.Kind.YEARLY_CHANGE || enough.signum() <= 0) {
            return below ? Verdict.BEHIND : Verdict.NO_DATA;
        }
        if (elapsed == null) {
            return Verdict.NO_DATA;
        }
        BigDecimal due = enough.multiply(elapsed, MathContext.DECIMAL64);
        if (value.isSurelyAtLeast(due)) {
            return Verdict.ON_TRACK;
        }
        return value.isSurelyLessThan(due) ? Verdict.BEHIND : Verdict.NO_DATA;
    }

    /** From where the way to the target is measured; a total begins at nothing unless it is to fall. */
    private @Nullable BigDecimal start() {
        Figure baseline = goal.baseline();
        boolean measured = baseline != null
                && baseline.unit().equals(target.unit())
                && (goal.kind() == Goal.Kind.SHARE
                        || goal.kind() == Goal.Kind.TOTAL && goal.direction() == Goal.Direction.DOWN);
        if (!measured) {
            return null;
        }
        return goal.direction() == Goal.Direction.DOWN ? baseline.value().negate() : baseline.value();
    }
}
