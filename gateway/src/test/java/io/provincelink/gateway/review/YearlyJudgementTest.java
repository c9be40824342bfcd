package io.provincelink.gateway.review;

import static io.provincelink.gateway.review.JudgementMother.AFTER;
import static io.provincelink.gateway.review.JudgementMother.HALFWAY;
import static io.provincelink.gateway.review.JudgementMother.figure;
import static io.provincelink.gateway.review.JudgementMother.figures;
import static io.provincelink.gateway.review.JudgementMother.goal;
import static io.provincelink.gateway.review.JudgementMother.judge;
import static io.provincelink.gateway.review.JudgementMother.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.review.Review.Basis;
import io.provincelink.gateway.review.Review.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to change each year, from 2016 to 2020. */
class YearlyJudgementTest {

    /** Years are written "2016=1.2 2017=>0.5", those of no year "programme=1.2" and "nothing=1.2". */
    @ParameterizedTest(name = "a fall of 1 to 1.5 a year, published {0}: {1} when over, {2} halfway")
    @CsvSource({
        // every year counts
        "2016=1.2 2017=1.2 2018=1.2 2019=1.2 2020=1.2, MET, ON_TRACK",
        "2016=1.7 2017=1.7 2018=1.7 2019=1.7 2020=1.7, EXCEEDED, ON_TRACK",
        "2016=1.7 2017=1.7 2018=1.7 2019=1.2 2020=1.7, MET, ON_TRACK",
        "2016=1.7 2017=1.7 2018=0.4 2019=1.7 2020=1.7, BEHIND, ON_TRACK",
        "2017=0.4, BEHIND, BEHIND",
        // one year is not the others: a leap year shares more days than they do, and that is all
        "2016=1.7, NO_DATA, ON_TRACK",
        "2017=1.7 2016=0.4, BEHIND, BEHIND",
        "2016=1.2 2017=1.2 2018=1.2 2019=1.2, NO_DATA, ON_TRACK",
        // where falls have a minus, a number without one is a rise
        "2016=-1.2 2017=-1.2 2018=-1.2 2019=-1.2 2020=-1.2, MET, ON_TRACK",
        "2016=-1.7 2017=-1.7 2018=-1.7 2019=-1.7 2020=-1.7, EXCEEDED, ON_TRACK",
        "2016=-1.2 2017=2 2018=-1.2 2019=-1.2 2020=-1.2, BEHIND, BEHIND",
        "2016=-1.2 2017=1.2, BEHIND, BEHIND",
        // several years in one figure
        "2016/2018=1.2 2019/2020=1.3, MET, ON_TRACK",
        "2016/2017=0.9, BEHIND, BEHIND",
        "2016/2020=1.2, MET, ON_TRACK",
        "2016/2020=1.7 2018=1.2, MET, ON_TRACK",
        "2016/2020=1.7 2018=0.4, BEHIND, ON_TRACK",
        "programme=1.2, MET, ON_TRACK",
        "programme=1.2 2018=0.4, BEHIND, ON_TRACK",
        // a year that is not over yet
        "2018=0.4, BEHIND, NO_DATA",
        // a figure that leaves the year open
        "2016=1.2 2017=>0.5, NO_DATA, ON_TRACK",
        "2017=>0.5, NO_DATA, NO_DATA",
        "2016=1.2 2017=<0.5, BEHIND, BEHIND",
        "2016=1.2 2017=>0.5 2018=1.2 2019=1.2 2020=1.2, NO_DATA, ON_TRACK",
        "2016=1.2 2017=>0.5 2017=1.2 2018=1.2 2019=1.2 2020=1.2, MET, ON_TRACK",
        // another time, a part of a year, or nobody knows when
        "2015=0.4 2021=0.4, NO_DATA, NO_DATA",
        "2015/2016=0.4, NO_DATA, NO_DATA",
        "2017-01/2017-06=0.4, NO_DATA, NO_DATA",
        "2017-07/2018-06=0.4, NO_DATA, NO_DATA",
        "nothing=0.4, NO_DATA, NO_DATA",
    })
    void whatIsToChangeEachYearIsJudgedYearByYear(String published, Verdict over, Verdict halfway) {
        Goal goal = goal(Goal.Kind.YEARLY_CHANGE, "RANGE 1-1.5 percentage-point", null, Goal.Direction.DOWN);
        var figures = figures(published, "percentage-point");
        assertThat(judge(goal, figures, null, AFTER).verdict()).isEqualTo(over);
        assertThat(judge(goal, figures, null, HALFWAY).verdict()).isEqualTo(halfway);
    }

    @Test
    void progressOfAFallIsTheSameHoweverItIsWritten() {
        Goal goal = goal(Goal.Kind.YEARLY_CHANGE, "RANGE 1-1.5 percentage-point", null, Goal.Direction.DOWN);
        for (String fall : List.of("1.2", "-1.2")) {
            assertThat(judge(goal, figures("2016/2020=" + fall, "percentage-point"), null, AFTER)
                            .progress())
                    .isEqualTo(figure("ABOUT 120.0 percent"));
        }
    }

    @Test
    void aGrowthRateIsJudgedByPublishedRatesAlsoWhereTheMoneyIsOnRecord() {
        Goal goal = goal(Goal.Kind.YEARLY_CHANGE, "EXACT 5 percent", null, Goal.Direction.UP);
        Judgement judgement = judge(goal, figures("2016/2020=6", "percent"), recorded("EXACT 120 USD", "60/60"), AFTER);
        assertThat(judgement.basis()).isEqualTo(Basis.PUBLISHED);
        assertThat(judgement.verdict()).isEqualTo(Verdict.EXCEEDED);
    }
}
