package io.provincelink.gateway.review;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.review.Review.Basis;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Recorded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a goal, and on which figure that rests: on the recorded one where its coverage is complete and it is in the
 * target's unit, or nothing is published, else on the published ones (see {@link Evidence}). Where the known bounds leave it open, it stays
 * open (NO_DATA). The rule with its tables: {@code docs/verdicts.md}.
 *
 * @param progress the figure in percent of the target; null where the two cannot be compared
 */
record Judgement(@Nullable Figure progress, Basis basis, Verdict verdict) {

    /**
     * The figures that are judged.
     *
     * @param goal null where the programme names none for the indicator
     */
    record Matter(
            @Nullable Goal goal,
            List<ObservedFigure> published,
            @Nullable Recorded recorded) {

        @Nullable
        Figure target() {
            return goal == null ? null : goal.target();
        }
    }

    static Judgement of(Matter matter, Term term) {
        Figure target = matter.target();
        boolean onRecord = matter.published().isEmpty()
                || isComplete(matter.recorded()) && isComparable(matter.recorded(), target);
        if (target == null) {
            return ofComparison(matter.published(), null)
                    .orElse(new Judgement(null, onRecord ? Basis.RECORDED : Basis.PUBLISHED, Verdict.NO_TARGET));
        }
        Mark mark = Mark.of(matter.goal(), target, term, matter.published());
        if (onRecord) {
            return ofRecorded(matter.recorded(), mark, term);
        }
        return ofComparison(matter.published(), target)
                .orElseGet(() -> new Evidence(matter.published(), mark, term).judge());
    }

    /** A source's own comparison with this programme's target decides where there is one, also without a published target. */
    private static Optional<Judgement> ofComparison(List<ObservedFigure> published, @Nullable Figure target) {
        return published.stream()
                .filter(figure -> figure.comparedToTarget() != null)
                .findFirst()
                .map(figure -> {
                    int sign = figure.comparedToTarget().exceedsByPercent().signum();
                    Verdict verdict = sign > 0 ? Verdict.EXCEEDED : sign == 0 ? Verdict.MET : Verdict.BEHIND;
                    return new Judgement(progress(figure.figure(), target), Basis.PUBLISHED, verdict);
                });
    }

    private static Judgement ofRecorded(@Nullable Recorded recorded, Mark mark, Term term) {
        if (recorded == null || isSilent(recorded)) {
            return new Judgement(null, Basis.RECORDED, Verdict.NO_DATA);
        }
        Bounds counted = Bounds.of(recorded.figure());
        if (!isComplete(recorded)) {
            // What nobody reported can only add to a total, also where nobody can say how much that is. Of a share it
            // could make
            // anything.
            counted = mark.addsUp() ? counted.orMore() : counted.orMore().orLess();
        }
        Verdict verdict = mark.judge(recorded.figure().unit(), counted, term.elapsed(term.today()));
        return new Judgement(mark.progress(recorded.figure()), Basis.RECORDED, verdict);
    }

    /** Nothing was counted although something should be there, or nobody can say whether: that is no figure. */
    private static boolean isSilent(Recorded recorded) {
        boolean anythingThere =
                recorded.coverage() != null && recorded.coverage().present() > 0;
        return recorded.figure().value().signum() == 0 && !anythingThere;
    }

    private static boolean isComplete(@Nullable Recorded recorded) {
        return recorded != null
                && recorded.coverage() != null
                && recorded.coverage().expected() > 0
                && recorded.coverage().present() >= recorded.coverage().expected();
    }

    /** What is counted in dollars does not say by how many percent it grew; then the published figures may. */
    private static boolean isComparable(Recorded recorded, @Nullable Figure target) {
        return target == null || recorded.figure().unit().equals(target.unit());
    }

    /** A figure in percent of the target; null where the two cannot be compared. */
    static @Nullable Figure progress(Figure figure, @Nullable Figure target) {
        boolean comparable = target != null
                && target.unit().equals(figure.unit())
                && target.value().compareTo(BigDecimal.ZERO) != 0;
        return comparable ? figure.percentOf(target) : null;
    }
}
