package io.provincelink.gateway.review;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Judgements of goals of a programme from 2016 to 2020. Figures are written "OVER 6 USD", "RANGE 1-1.5 percentage-point". */
final class JudgementMother {

    static final LocalDate AFTER = LocalDate.of(2021, 6, 1);
    static final LocalDate HALFWAY = LocalDate.of(2018, 7, 1);
    static final Period FIVE_YEARS = Period.years(2016, 2020);

    private JudgementMother() {}

    static Judgement published(Goal goal, String figure, LocalDate today) {
        return judge(goal, all(figure), null, today);
    }

    static Judgement judge(Goal goal, List<ObservedFigure> published, Recorded recorded, LocalDate today) {
        return Judgement.of(new Judgement.Matter(goal, published, recorded), new Term(FIVE_YEARS, today));
    }

    static List<ObservedFigure> all(String figure) {
        return figure == null
                ? List.of()
                : List.of(new ObservedFigure(
                        null, null, "in the years of the programme", figure(figure), null, "the programme", null));
    }

    static List<ObservedFigure> figures(String text, String unit) {
        return Arrays.stream(text.split(" "))
                .map(word -> {
                    String[] ends = word.split("=", 2);
                    String qualifier =
                            ends[1].startsWith(">") ? "OVER " : ends[1].startsWith("<") ? "UNDER " : "EXACT ";
                    return new ObservedFigure(
                            null,
                            Period.parse(ends[0]).orElse(null),
                            null,
                            figure(qualifier + ends[1].replaceAll("[<>]", "") + " " + unit),
                            null,
                            ends[0].equals("programme") ? "the programme" : null,
                            null);
                })
                .toList();
    }

    static Goal goal(Goal.Kind kind, String target, String baseline, Goal.Direction direction) {
        return new Goal("x", null, kind, figure(target), baseline == null ? null : figure(baseline), direction);
    }

    static Recorded recorded(String figure, String coverage) {
        String[] parts = coverage == null ? null : coverage.split("/");
        return new Recorded(
                figure(figure),
                parts == null
                        ? null
                        : new Recorded.Coverage(Long.parseLong(parts[0]), Long.parseLong(parts[1]), "month"));
    }

    static Figure figure(String text) {
        String[] words = text.split(" ");
        Qualifier qualifier = Qualifier.valueOf(words[0]);
        String[] ends = qualifier == Qualifier.RANGE ? words[1].split("-") : new String[] {words[1]};
        return new Figure(
                new BigDecimal(ends[0]), qualifier, words[2], ends.length > 1 ? new BigDecimal(ends[1]) : null);
    }
}
