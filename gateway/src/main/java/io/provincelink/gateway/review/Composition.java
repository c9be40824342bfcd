package io.provincelink.gateway.review;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.review.Review.Result;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.gateway.upstream.Parts;
import io.provincelink.gateway.upstream.Upstream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the parts together; a part that is missing is named and never guessed. */
final class Composition {

    private final ProgrammeAnswer programme;
    private final Map<Upstream, ReviewPart> parts;
    private final Term term;

    /** @param parts without the services that are unavailable */
    Composition(ProgrammeAnswer programme, Map<Upstream, ReviewPart> parts, LocalDate today) {
        this.programme = programme;
        this.parts = parts;
        this.term = new Term(programme.period(), today);
    }

    Review compose() {
        ReviewPart agreements = parts.get(Upstream.AGREEMENTS);
        ReviewPart exchanges = parts.get(Upstream.EXCHANGES);
        return new Review(
                programme.inShort(),
                results(),
                exchanges == null ? List.of() : exchanges.mechanisms(),
                agreements == null ? List.of() : agreements.twinnings(),
                agreements == null ? List.of() : agreements.donations(),
                programme.assessment(),
                Parts.missing(parts));
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (Upstream service : Upstream.values()) {
            ReviewPart part = parts.get(service);
            if (part != null) {
                part.indicators().forEach(line -> {
                    results.addAll(of(line));
                    shown.add(line.indicator());
                });
            } else {
                goalsOf(service).forEach(goal -> {
                    results.add(unknown(goal));
                    shown.add(goal.indicator());
                });
            }
        }
        programme.goals().stream()
                .filter(goal -> !shown.contains(goal.indicator()))
                .map(Composition::unknown)
                .forEach(results::add);
        return results;
    }

    private List<Goal> goalsOf(Upstream service) {
        return programme.goals().stream()
                .filter(goal -> Upstream.ofIndicator(goal.indicator()).stream().anyMatch(service::equals))
                .toList();
    }

    /** One row for each goal; without a goal one row where there is anything to show. */
    private List<Result> of(ReviewPart.Line line) {
        List<Goal> goals = programme.goals().stream()
                .filter(goal -> goal.indicator().equals(line.indicator()))
                .toList();
        if (!goals.isEmpty()) {
            return goals.stream().map(goal -> row(line, goal)).toList();
        }
        return line.saysAnything() ? List.of(row(line, null)) : List.of();
    }

    private Result row(ReviewPart.Line line, @Nullable Goal goal) {
        var seen = line.published().stream()
                .map(figure -> figure.seenFrom(programme))
                .toList();
        Judgement judgement = Judgement.of(new Judgement.Matter(goal, seen, line.recorded()), term);
        boolean nothing = line.published().isEmpty() && line.recorded() == null;
        return new Result(
                line.indicator(),
                line.narrowestTitle(),
                unit(line, goal),
                goal == null ? null : goal.target(),
                line.published().stream().map(ObservedFigure::published).toList(),
                Review.Counted.of(line.recorded()),
                judgement.progress(),
                nothing ? null : judgement.basis(),
                judgement.verdict());
    }

    /** What the row's figures are in: an indicator in money names its usual currency, and a programme may be in another. */
    private static String unit(ReviewPart.Line line, @Nullable Goal goal) {
        if (goal != null && goal.target() != null) {
            return goal.target().unit();
        }
        Set<String> units = new HashSet<>();
        line.published().forEach(figure -> units.add(figure.figure().unit()));
        if (line.recorded() != null) {
            units.add(line.recorded().figure().unit());
        }
        return units.size() == 1 ? units.iterator().next() : line.unit();
    }

    /** A goal of which nobody can say anything now. */
    private static Result unknown(Goal goal) {
        return new Result(
                goal.indicator(),
                goal.title(),
                goal.target() == null ? null : goal.target().unit(),
                goal.target(),
                List.of(),
                null,
                null,
                null,
                Verdict.NO_DATA);
    }
}
