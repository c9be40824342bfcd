package io.provincelink.gateway.review;

import static io.provincelink.gateway.review.JudgementMother.AFTER;
import static io.provincelink.gateway.review.JudgementMother.FIVE_YEARS;
import static io.provincelink.gateway.review.JudgementMother.HALFWAY;
import static io.provincelink.gateway.review.JudgementMother.all;
import static io.provincelink.gateway.review.JudgementMother.figure;
import static io.provincelink.gateway.review.JudgementMother.figures;
import static io.provincelink.gateway.review.JudgementMother.goal;
import static io.provincelink.gateway.review.JudgementMother.judge;
import static io.provincelink.gateway.review.JudgementMother.published;
import static io.provincelink.gateway.review.JudgementMother.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.review.Review.Basis;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.kit.words.Period;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are written as in {@link JudgementMother}. The programme runs from 2016 to 2020. */
class JudgementTest {

    @ParameterizedTest(name = "target {0}, published {1}: {2} when over, {3} halfway")
    @CsvSource({
        "EXACT 100 work, EXACT 100 work, MET, MET",
        "EXACT 100 work, EXACT 101 work, EXCEEDED, EXCEEDED",
        "EXACT 100 work, EXACT 99 work, BEHIND, ON_TRACK",
        "EXACT 100 work, EXACT 50.1 work, BEHIND, ON_TRACK",
        "EXACT 100 work, EXACT 49 work, BEHIND, BEHIND",
        "EXACT 100 work, ABOUT 100 work, MET, MET",
        "EXACT 100 work, ABOUT 90 work, BEHIND, ON_TRACK",
        // a lower bound
        "EXACT 100 work, OVER 100 work, EXCEEDED, EXCEEDED",
        "EXACT 100 work, OVER 99 work, NO_DATA, ON_TRACK",
        "EXACT 100 work, OVER 10 work, NO_DATA, NO_DATA",
        // an upper bound
        "EXACT 100 work, UNDER 100 work, BEHIND, NO_DATA",
        "EXACT 100 work, UNDER 40 work, BEHIND, BEHIND",
        "EXACT 100 work, UNDER 101 work, NO_DATA, NO_DATA",
        // between two
        "EXACT 100 work, RANGE 101-120 work, EXCEEDED, EXCEEDED",
        "EXACT 100 work, RANGE 100-120 work, MET, MET",
        "EXACT 100 work, RANGE 60-120 work, NO_DATA, ON_TRACK",
        "EXACT 100 work, RANGE 60-100 work, NO_DATA, ON_TRACK",
        "EXACT 100 work, RANGE 60-90 work, BEHIND, ON_TRACK",
        "EXACT 100 work, RANGE 40-60 work, BEHIND, NO_DATA",
        // a target may be a bound as well
        "OVER 100 work, EXACT 100 work, BEHIND, ON_TRACK",
        "OVER 100 work, OVER 100 work, MET, MET",
        "OVER 100 work, EXACT 101 work, EXCEEDED, EXCEEDED",
        "RANGE 100-150 work, EXACT 120 work, MET, MET",
        "RANGE 100-150 work, EXACT 151 work, EXCEEDED, EXCEEDED",
        "RANGE 100-150 work, EXACT 99 work, BEHIND, ON_TRACK",
        "ABOUT 100 work, EXACT 100 work, MET, MET",
        // what cannot be compared decides nothing
        "EXACT 100 USD, EXACT 100 CNY, NO_DATA, NO_DATA",
    })
    void aPublishedFigureAgainstATotal(String target, String published, Verdict over, Verdict halfway) {
        Goal goal = goal(Goal.Kind.TOTAL, target, null, Goal.Direction.UP);
        assertThat(published(goal, published, AFTER).verdict()).isEqualTo(over);
        assertThat(published(goal, published, HALFWAY).verdict()).isEqualTo(halfway);
        assertThat(published(goal, published, AFTER).basis()).isEqualTo(Basis.PUBLISHED);
    }

    @ParameterizedTest(name = "at most {0} from {1}, published {2}: {3} when over, {4} halfway")
    @CsvSource({
        "EXACT 100 work, , EXACT 100 work, MET, MET",
        "EXACT 100 work, , EXACT 99 work, EXCEEDED, EXCEEDED",
        "EXACT 100 work, , EXACT 101 work, BEHIND, BEHIND",
        "EXACT 100 work, , UNDER 100 work, EXCEEDED, EXCEEDED",
        "EXACT 100 work, , OVER 100 work, BEHIND, BEHIND",
        "EXACT 100 work, , OVER 90 work, NO_DATA, NO_DATA",
        "UNDER 100 work, , EXACT 100 work, BEHIND, BEHIND",
        "EXACT 100 work, EXACT 500 work, EXACT 250 work, BEHIND, ON_TRACK",
        "EXACT 100 work, EXACT 500 work, EXACT 350 work, BEHIND, BEHIND",
    })
    void aTotalThatIsToFall(String target, String baseline, String published, Verdict over, Verdict halfway) {
        Goal goal = goal(Goal.Kind.TOTAL, target, baseline, Goal.Direction.DOWN);
        assertThat(published(goal, published, AFTER).verdict()).isEqualTo(over);
        assertThat(published(goal, published, HALFWAY).verdict()).isEqualTo(halfway);
    }

    @ParameterizedTest(name = "{0} {1}, published {2}: {3} when over, {4} halfway")
    @CsvSource({
        // halfway nothing can be said of the years to come
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, EXACT 1.2 percentage-point, MET, ON_TRACK",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, EXACT -1.7 percentage-point, EXCEEDED, ON_TRACK",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, EXACT 0.8 percentage-point, BEHIND, BEHIND",
        "YEARLY_CHANGE, DOWN, EXACT -1 percentage-point, EXACT -1 percentage-point, MET, ON_TRACK",
        "YEARLY_CHANGE, DOWN, EXACT -1 percentage-point, EXACT 0.5 percentage-point, BEHIND, BEHIND",
        "YEARLY_CHANGE, DOWN, EXACT 1 percentage-point, EXACT 4 percent, NO_DATA, NO_DATA",
        "YEARLY_CHANGE, UP, EXACT 5 percent, EXACT -6 percent, BEHIND, BEHIND",
        "YEARLY_CHANGE, UP, EXACT 5 percent, EXACT 6 percent, EXCEEDED, ON_TRACK",
        "YEARLY_CHANGE, UP, RANGE 5-7 percent, EXACT 6 percent, MET, ON_TRACK",
        // bounds on either side
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, RANGE 1.1-1.4 percentage-point, MET, ON_TRACK",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, RANGE 1.6-2 percentage-point, EXCEEDED, ON_TRACK",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, RANGE 0.8-1.2 percentage-point, NO_DATA, NO_DATA",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, OVER 1.5 percentage-point, EXCEEDED, ON_TRACK",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, UNDER 1 percentage-point, BEHIND, BEHIND",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, ABOUT 1 percentage-point, MET, ON_TRACK",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, EXACT 0 percentage-point, BEHIND, BEHIND",
        "YEARLY_CHANGE, DOWN, OVER 3 percentage-point, EXACT 3 percentage-point, BEHIND, BEHIND",
        "YEARLY_CHANGE, DOWN, OVER 3 percentage-point, OVER 3 percentage-point, MET, ON_TRACK",
        "YEARLY_CHANGE, DOWN, OVER 3 percentage-point, EXACT 3.2 percentage-point, EXCEEDED, ON_TRACK",
        // written with a minus: less than −1.5 is a fall of more than 1.5
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, UNDER -1.5 percentage-point, EXCEEDED, ON_TRACK",
        "YEARLY_CHANGE, DOWN, RANGE 1-1.5 percentage-point, OVER -0.5 percentage-point, BEHIND, BEHIND",
        "SHARE, UP, EXACT 80 percent, EXACT 81 percent, EXCEEDED, EXCEEDED",
        "SHARE, UP, EXACT 80 percent, EXACT 60 percent, BEHIND, ON_TRACK",
        "SHARE, DOWN, EXACT 30 percent, EXACT 29 percent, EXCEEDED, EXCEEDED",
        // from where it falls is not known, so nobody knows how far it should be by now
        "SHARE, DOWN, EXACT 30 percent, EXACT 31 percent, BEHIND, NO_DATA",
    })
    void ratesAndShares(
            Goal.Kind kind, Goal.Direction direction, String target, String published, Verdict over, Verdict halfway) {
        Goal goal = goal(kind, target, null, direction);
        assertThat(published(goal, published, AFTER).verdict()).isEqualTo(over);
        assertThat(published(goal, published, HALFWAY).verdict()).isEqualTo(halfway);
    }

    @ParameterizedTest(name = "80 percent at the end, published {0}: {1}")
    @CsvSource({
        "2016=90 2020=70, BEHIND",
        "2020=70 2016=90, BEHIND",
        "2016=70 2020=81, EXCEEDED",
        "2016/2020=80, MET",
        "programme=81, EXCEEDED",
        "2019/2020=81, EXCEEDED",
        "2020-07/2021-06=81, EXCEEDED",
        // the narrower figure says more about the end
        "programme=90 2016/2020=85 2020=79, BEHIND",
        // what does not reach the end says nothing about it
        "2016=90, NO_DATA",
        "2016=70, NO_DATA",
        "2016/2019=90, NO_DATA",
        "2021=90, NO_DATA",
        "nothing=90, NO_DATA",
        // nor does an earlier figure help where the last one leaves it open
        "2019=90 2020=>70, NO_DATA",
        "2020=>70 2020=81, EXCEEDED",
    })
    void aShareAtTheEndIsJudgedByTheFigureThatReachesTheEnd(String published, Verdict over) {
        Goal goal = goal(Goal.Kind.SHARE, "EXACT 80 percent", null, Goal.Direction.UP);
        assertThat(judge(goal, figures(published, "percent"), null, AFTER).verdict())
                .isEqualTo(over);
    }

    /** At the end of 2016 a fifth of the time had passed, at the end of 2017 two fifths. */
    @ParameterizedTest(name = "{0} {1} from {2}, published {3}: {4}")
    @CsvSource({
        "UP, 80, , 2016=90 2017=33, ON_TRACK",
        "UP, 80, , 2016=90 2017=31, BEHIND",
        "UP, 80, , 2016=10 2017=80, MET",
        "UP, 80, , 2017=81 2016=10, EXCEEDED",
        "UP, 80, , programme=41, ON_TRACK",
        "UP, 80, , programme=39, BEHIND",
        "UP, 80, , 2015=90, NO_DATA",
        "UP, 80, , 2019=90, NO_DATA",
        "UP, 80, 60, 2016=60 2017=69, ON_TRACK",
        "UP, 80, 60, 2016=79 2017=67, BEHIND",
        "DOWN, 30, 50, 2016=50 2017=41, ON_TRACK",
        "DOWN, 30, 50, 2016=31 2017=43, BEHIND",
        "DOWN, 30, 50, 2016=50 2017=29, EXCEEDED",
        // not reached yet is not behind where nobody knows from where it falls
        "DOWN, 30, , 2017=31, NO_DATA",
        "DOWN, 30, , 2016=31 2017=30, MET",
    })
    void aShareOnItsWayIsJudgedByTheLatestFigure(
            Goal.Direction direction, String target, String baseline, String published, Verdict halfway) {
        Goal goal = goal(
                Goal.Kind.SHARE,
                "EXACT " + target + " percent",
                baseline == null ? null : "EXACT " + baseline + " percent",
                direction);
        assertThat(judge(goal, figures(published, "percent"), null, HALFWAY).verdict())
                .isEqualTo(halfway);
    }

    @ParameterizedTest(name = "{0} published for {1}: {2} when over, {3} halfway")
    @CsvSource({
        "EXACT 99 work, 2016/2020, BEHIND, ON_TRACK",
        // a part of the period: the whole may be more
        "EXACT 99 work, 2016/2018, NO_DATA, ON_TRACK",
        "EXACT 21 work, 2016, NO_DATA, ON_TRACK",
        "EXACT 100 work, 2016/2018, MET, MET",
        "EXACT 99 work, 2017, NO_DATA, NO_DATA",
        // more than the period: the whole may be less
        "EXACT 120 work, 2016/2021, NO_DATA, NO_DATA",
        "EXACT 99 work, 2016/2021, BEHIND, NO_DATA",
    })
    void aFigureForAnotherPeriodDecidesOnlyWhatItCan(String figure, String period, Verdict over, Verdict halfway) {
        Goal goal = goal(Goal.Kind.TOTAL, "EXACT 100 work", null, Goal.Direction.UP);
        var published = List.of(
                new ObservedFigure(null, Period.parse(period).orElseThrow(), null, figure(figure), null, null, null));
        assertThat(judge(goal, published, null, AFTER).verdict()).isEqualTo(over);
        assertThat(judge(goal, published, null, HALFWAY).verdict()).isEqualTo(halfway);
    }

    @ParameterizedTest(name = "recorded {0} of {1}, published {2}: {3} {4}")
    @CsvSource({
        "EXACT 120 work, 60/60, EXACT 90 work, RECORDED, EXCEEDED",
        "EXACT 120 work, 59/60, EXACT 90 work, PUBLISHED, BEHIND",
        // complete, but in a unit that the target does not speak of
        "EXACT 120 USD, 60/60, EXACT 90 work, PUBLISHED, BEHIND",
        "EXACT 120 USD, 60/60, , RECORDED, NO_DATA",
        "EXACT 120 work, , EXACT 90 work, PUBLISHED, BEHIND",
        "EXACT 0 work, 0/0, EXACT 90 work, PUBLISHED, BEHIND",
        "EXACT 0 work, 60/60, EXACT 90 work, RECORDED, BEHIND",
        "EXACT 90 work, 60/60, , RECORDED, BEHIND",
        // months are missing: the whole may be more
        "EXACT 90 work, 12/60, , RECORDED, NO_DATA",
        "EXACT 100 work, 12/60, , RECORDED, MET",
        // nobody can say what is missing, so the whole may be more as well
        "EXACT 90 work, , , RECORDED, NO_DATA",
        "EXACT 101 work, , , RECORDED, EXCEEDED",
        // nothing on record is not nothing done
        "EXACT 0 work, , , RECORDED, NO_DATA",
        "EXACT 0 work, 0/60, , RECORDED, NO_DATA",
    })
    void theVerdictRestsOnTheRecordWhereItIsCompleteOrAlone(
            String recorded, String coverage, String published, Basis basis, Verdict verdict) {
        Goal goal = goal(Goal.Kind.TOTAL, "EXACT 100 work", null, Goal.Direction.UP);
        Judgement judgement = judge(goal, all(published), recorded(recorded, coverage), AFTER);
        assertThat(judgement.basis()).isEqualTo(basis);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} percent above, target {1}: {2}")
    @CsvSource({
        "200, , EXCEEDED",
        "0, , MET",
        "-5, , BEHIND",
        "-5, EXACT 1 USD, BEHIND",
        "200, EXACT 2 percent, EXCEEDED"
    })
    void aPublishedComparisonDecidesAlsoWithoutATarget(BigDecimal by, String target, Verdict verdict) {
        Goal goal = target == null ? null : goal(Goal.Kind.SHARE, target, null, Goal.Direction.UP);
        var comparison = new PublishedFigure.PublishedComparison(by, null);
        var published =
                List.of(new ObservedFigure(null, null, "2016 – 2020", figure("OVER 6 USD"), comparison, null, null));
        Judgement judgement = judge(goal, published, recorded("EXACT 0 USD", "0/60"), AFTER);
        assertThat(judgement.basis()).isEqualTo(Basis.PUBLISHED);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "recorded {0} of {1}, published {2}: {3}")
    @CsvSource({
        "EXACT 12 work, , EXACT 9 work, PUBLISHED",
        "EXACT 12 work, 60/60, EXACT 9 work, RECORDED",
        "EXACT 12 work, 1/60, , RECORDED",
    })
    void withoutATargetThereIsNoVerdict(String recorded, String coverage, String published, Basis basis) {
        Judgement judgement = judge(null, all(published), recorded(recorded, coverage), AFTER);
        assertThat(judgement).isEqualTo(new Judgement(null, basis, Verdict.NO_TARGET));
    }

    @Test
    void progressIsTheFigureInPercentOfTheTarget() {
        Goal goal = goal(Goal.Kind.TOTAL, "EXACT 200 work", null, Goal.Direction.UP);
        assertThat(published(goal, "EXACT 50 work", AFTER).progress()).isEqualTo(figure("EXACT 25.0 percent"));
        assertThat(published(goal, "OVER 50 work", AFTER).progress()).isEqualTo(figure("ABOUT 25.0 percent"));
        assertThat(published(goal, "EXACT 50 project", AFTER).progress()).isNull();
        Goal nothing = goal(Goal.Kind.TOTAL, "EXACT 0 work", null, Goal.Direction.DOWN);
        assertThat(published(nothing, "EXACT 0 work", AFTER))
                .isEqualTo(new Judgement(null, Basis.PUBLISHED, Verdict.MET));
    }

    @Test
    void aFigureOfNoTimeAndNoProgrammeDecidesNothing() {
        Goal goal = goal(Goal.Kind.TOTAL, "EXACT 100 work", null, Goal.Direction.UP);
        assertThat(judge(goal, figures("nothing=101", "work"), null, AFTER).verdict())
                .isEqualTo(Verdict.NO_DATA);
    }

    @Test
    void progressIsShownForTheFigureThatDecided() {
        Goal goal = goal(Goal.Kind.SHARE, "EXACT 80 percent", null, Goal.Direction.UP);
        assertThat(judge(goal, figures("2016=90 2020=60", "percent"), null, AFTER)
                        .progress())
                .isEqualTo(figure("EXACT 75.0 percent"));
        Goal yearly = goal(Goal.Kind.YEARLY_CHANGE, "EXACT 2 percentage-point", null, Goal.Direction.UP);
        assertThat(judge(yearly, figures("2016=4 2018=1 2019=3", "percentage-point"), null, AFTER)
                        .progress())
                .isEqualTo(figure("EXACT 50.0 percent"));
    }

    @Test
    void amongSeveralFiguresTheOneClosestToTheProgrammesPeriodDecides() {
        Goal goal = goal(Goal.Kind.TOTAL, "EXACT 100 work", null, Goal.Direction.UP);
        var year = new ObservedFigure(null, Period.years(2016, 2016), null, figure("EXACT 5 work"), null, null, null);
        var whole = new ObservedFigure(null, FIVE_YEARS, null, figure("EXACT 101 work"), null, null, null);
        Judgement judgement = judge(goal, List.of(year, whole), null, AFTER);
        assertThat(judgement.verdict()).isEqualTo(Verdict.EXCEEDED);
        assertThat(judgement.progress()).isEqualTo(figure("EXACT 101.0 percent"));
    }
}
