package io.provincelink.gateway.review;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A goal's target to measure figures against. */
record Mark(Goal goal, Figure target, Term term) {

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
            // "falls by 1.5" is mostly written as 1.5: then the size of the fall counts, however the figure writes it
            if (goal.direction() == Goal.Direction.DOWN && target.value().signum() < 0) {
                value = value.mirrored();
                wanted = wanted.mirrored();
            } else if (goal.direction() == Goal.Direction.DOWN) {
                value = value.magnitude();
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
