package io.provincelink.gateway.review;

import io.provincelink.gateway.review.Review.Basis;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.kit.words.Period;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The published figures of one goal. Which of them decide depends on what the goal's target means.
 *
 * <ul>
 *   <li>TOTAL, so much over the whole term: the figure that shares most days with the term among those that decide anything. A figure
 *       for a part of the term is a lower bound of the whole, one that goes beyond the term is an upper bound.
 *   <li>SHARE, such a share at the end: after the term the figure that reaches the term's last day; while the term runs the one that
 *       tells about the latest day, measured against the pace that the time asks for. Of several the one that begins last, since it
 *       tells about the fewest other days. Without a baseline a share that is to fall has no pace, so it is not BEHIND only because
 *       it is not there yet.
 *   <li>YEARLY_CHANGE, so much each year: every year is judged. One that is surely behind makes the goal BEHIND. It is MET, or
 *       EXCEEDED where each figure exceeds it, only when figures cover every year of the term; until then it is ON_TRACK while the
 *       term runs, and NO_DATA afterwards. A figure for several years, or for the term as a whole, covers those of them that are
 *       over; one for less than a calendar year, or also for years outside the term, says nothing about any year.
 * </ul>
 *
 * A figure without days that names the programme is about the whole term, or while the term runs about what had passed of it when the
 * figure was published. One that names neither decides nothing, nor does one in another unit than the target's.
 */
record Evidence(List<ObservedFigure> published, Mark mark, Term term) {

    Judgement judge() {
        List<ObservedFigure> usable = published.stream()
                .filter(figure -> figure.period() != null || figure.programme() != null)
                .filter(figure -> figure.figure().unit().equals(mark.target().unit()))
                .toList();
        return switch (mark.goal().kind()) {
            case TOTAL -> firstThatDecides(usable.stream().sorted(term.closestFirst()));
            case SHARE -> share(usable);
            case YEARLY_CHANGE -> everyYear(usable);
        };
    }

    private Judgement firstThatDecides(Stream<ObservedFigure> inOrder) {
        List<ObservedFigure> candidates = inOrder.toList();
        for (ObservedFigure candidate : candidates) {
            Verdict verdict = verdict(candidate);
            if (verdict != Verdict.NO_DATA) {
                return judged(candidate, verdict);
            }
        }
        return judged(candidates.isEmpty() ? null : candidates.get(0), Verdict.NO_DATA);
    }

    private Judgement share(List<ObservedFigure> usable) {
        Comparator<ObservedFigure> latestFirst = term.latestFirst();
        List<ObservedFigure> inTime = usable.stream()
                .filter(term::tellsAboutItsPresentEnd)
                .sorted(latestFirst)
                .toList();
        // an earlier figure does not help where the latest one leaves it open, another one of the same days does
        return firstThatDecides(inTime.stream().filter(figure -> latestFirst.compare(figure, inTime.get(0)) == 0));
    }

    private Judgement everyYear(List<ObservedFigure> usable) {
        Set<Integer> covered = new HashSet<>();
        boolean eachExceeds = true;
        ObservedFigure latest = null;
        for (ObservedFigure figure : usable.stream().sorted(term.latestFirst()).toList()) {
            Set<Integer> years = term.yearsTold(figure);
            Verdict verdict = years.isEmpty() ? Verdict.NO_DATA : verdict(figure);
            if (verdict == Verdict.BEHIND) {
                return judged(figure, verdict);
            }
            if (verdict != Verdict.NO_DATA) {
                covered.addAll(years);
                eachExceeds &= verdict == Verdict.EXCEEDED;
                latest = latest == null ? figure : latest;
            }
        }
        if (covered.containsAll(term.years())) {
            return judged(latest, eachExceeds ? Verdict.EXCEEDED : Verdict.MET);
        }
        return judged(latest, term.isRunning() && latest != null ? Verdict.ON_TRACK : Verdict.NO_DATA);
    }

    private Verdict verdict(ObservedFigure figure) {
        Bounds bounds = Bounds.of(figure.figure());
        Period period = figure.period();
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
        BigDecimal elapsed = mark.addsUp() ? term.elapsedAt(figure) : term.elapsed(term.lastDayTold(figure));
        return mark.judge(figure.figure().unit(), bounds, elapsed);
    }

    private Judgement judged(@Nullable ObservedFigure figure, Verdict verdict) {
        return new Judgement(figure == null ? null : mark.progress(figure.figure()), Basis.PUBLISHED, verdict);
    }
}
