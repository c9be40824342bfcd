package io.provincelink.gateway.review;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.review.Review.Basis;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a goal, and on which figure that rests: on the recorded one where its coverage is complete or nothing is
 * published, else on a published one. Where the known bounds leave it open, it stays open (NO_DATA).
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
        boolean onRecord = matter.published().isEmpty() || isComplete(matter.recorded());
        if (target == null) {
            return ofComparison(matter.published(), null)
                    .orElse(new Judgement(null, onRecord ? Basis.RECORDED : Basis.PUBLISHED, Verdict.NO_TARGET));
        }
        Mark mark = new Mark(matter.goal(), target, term);
        if (onRecord) {
            return ofRecorded(matter.recorded(), mark, term);
        }
        return ofComparison(matter.published(), target).orElseGet(() -> ofPublished(matter.published(), mark, term));
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
        // months that nobody reported can only add to what is there
        boolean partial = recorded.coverage() != null && !isComplete(recorded);
        Verdict verdict =
                mark.judge(recorded.figure().unit(), partial ? counted.orMore() : counted, term.elapsed(term.today()));
        return new Judgement(progress(recorded.figure(), mark.target()), Basis.RECORDED, verdict);
    }

    /** The figure closest to the programme's own period that decides anything. */
    private static Judgement ofPublished(List<ObservedFigure> published, Mark mark, Term term) {
        List<ObservedFigure> closestFirst =
                published.stream().sorted(term.closestFirst()).toList();
        for (ObservedFigure candidate : closestFirst) {
            Verdict verdict = judge(candidate, mark, term);
            if (verdict != Verdict.NO_DATA) {
                return new Judgement(progress(candidate.figure(), mark.target()), Basis.PUBLISHED, verdict);
            }
        }
        return new Judgement(progress(closestFirst.get(0).figure(), mark.target()), Basis.PUBLISHED, Verdict.NO_DATA);
    }

    private static Verdict judge(ObservedFigure published, Mark mark, Term term) {
        Bounds bounds = Bounds.of(published.figure());
        Period period = published.period();
        if (period != null && mark.addsUp()) {
            if (period.to().isBefore(term.period().to())
                    || period.from().isAfter(term.period().from())) {
                bounds = bounds.orMore();
            }
            if (period.from().isBefore(term.period().from())
                    || period.to().isAfter(term.period().to())) {
                bounds = bounds.orLess();
            }
        }
        return mark.judge(published.figure().unit(), bounds, term.elapsedAt(published));
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

    private static @Nullable Figure progress(Figure figure, @Nullable Figure target) {
        boolean comparable = target != null
                && target.unit().equals(figure.unit())
                && target.value().compareTo(BigDecimal.ZERO) != 0;
        return comparable ? figure.percentOf(target) : null;
    }
}
