package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalRulesTest {

    @ParameterizedTest(name = "{0} {1} to {2}")
    @CsvSource({
        "grants, TOTAL, 3 grant, ",
        "grants, TOTAL, 3 USD, target/unit wrong-unit",
        "grant-commitment, TOTAL, 3 VND, ",
        "grant-commitment, TOTAL, 3 grant, target/unit wrong-unit",
        "trade-turnover, TOTAL, 3 CNY, ",
        "trade-turnover, TOTAL, 3 kg, target/unit wrong-unit",
        "delegates, TOTAL, 300 person, ",
        "delegates, TOTAL, 300 delegation, target/unit wrong-unit",
        "no-such-indicator, TOTAL, 3 grant, indicator unknown-indicator",
        "no-such-indicator, YEARLY_CHANGE, 3 percent, indicator unknown-indicator",
        "poor-districts-share, SHARE, 30 percent, ",
        "poor-districts-share, SHARE, 30 percentage-point, target/unit wrong-unit",
        "poor-districts-share, SHARE, 101 percent, target/value out-of-range",
        "poor-districts-share, SHARE, -1 percent, target/value out-of-range",
        "poverty-rate, SHARE, 30 percent, indicator wrong-unit",
        "trade-turnover, SHARE, 30 percent, indicator wrong-unit",
        "poverty-rate, YEARLY_CHANGE, 1 percentage-point, ",
        "poverty-rate, YEARLY_CHANGE, 1 percent, target/unit wrong-unit",
        "grants, YEARLY_CHANGE, 5 percent, ",
        "grants, YEARLY_CHANGE, 5 grant, target/unit wrong-unit",
        "trade-turnover, YEARLY_CHANGE, 5 USD, target/unit wrong-unit",
    })
    void a_target_is_in_a_unit_in_which_it_can_be_measured(
            String indicator, Goal.Kind kind, String target, String fault) {
        assertThat(found(goal(null, indicator, kind, figure(target), null, null)))
                .isEqualTo(fault == null ? "" : fault);
        // a proposal is held to the same
        assertThat(found(goal(null, indicator, kind, null, null, figure(target))))
                .isEqualTo(fault == null ? "" : fault.replace("target", "proposedTarget"));
    }

    @ParameterizedTest(name = "{0} {1} to {2} from {3}")
    @CsvSource({
        "grants, TOTAL, 3 grant, 1 grant, ",
        "grants, TOTAL, 3 grant, 1 USD, baseline/unit wrong-unit",
        "grants, TOTAL, , 1 USD, baseline/unit wrong-unit",
        "grant-commitment, TOTAL, 3 VND, 1 USD, baseline/unit wrong-unit",
        "trade-turnover, TOTAL, , 1 USD, ",
        "poor-districts-share, SHARE, 30 percent, 10 percent, ",
        "poor-districts-share, SHARE, 30 percent, 10 percentage-point, baseline/unit wrong-unit",
        "poor-districts-share, SHARE, , 10 district, baseline/unit wrong-unit",
        "poor-districts-share, SHARE, 30 percent, 130 percent, baseline/value out-of-range",
        "poverty-rate, YEARLY_CHANGE, 1 percentage-point, 12 percent, ",
        "grants, YEARLY_CHANGE, 5 percent, 12 grant, ",
        "grants, YEARLY_CHANGE, 5 percent, 12 USD, baseline/unit wrong-unit",
    })
    void a_baseline_is_comparable_with_the_target(
            String indicator, Goal.Kind kind, String target, String baseline, String fault) {
        Goal goal = goal(null, indicator, kind, target == null ? null : figure(target), figure(baseline), null);

        assertThat(found(goal)).isEqualTo(fault == null ? "" : fault);
    }

    @Test
    void a_range_of_points_a_year_is_a_target_and_one_beyond_the_whole_is_no_share() {
        Figure points = new Figure(BigDecimal.ONE, Qualifier.RANGE, "percentage-point", new BigDecimal("1.5"));
        Figure shares = new Figure(BigDecimal.TEN, Qualifier.RANGE, "percent", new BigDecimal("110"));

        assertThat(found(goal(null, "poverty-rate", Goal.Kind.YEARLY_CHANGE, points, null, null)))
                .isEmpty();
        assertThat(found(goal(null, "poor-districts-share", Goal.Kind.SHARE, shares, null, null)))
                .isEqualTo("target/upper out-of-range");
    }

    @Test
    void all_faults_of_all_goals_are_found_at_once() {
        UUID id = UUID.randomUUID();
        List<Fault> faults = GoalRules.faults(List.of(
                goal(id, "grants", Goal.Kind.TOTAL, figure("3 USD"), figure("1 grant"), null),
                goal(id, "poor-districts-share", Goal.Kind.SHARE, figure("130 grant"), null, null)));

        assertThat(faults)
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(
                        "/goals/0/target/unit wrong-unit",
                        "/goals/0/baseline/unit wrong-unit",
                        "/goals/1/id same-id-twice",
                        "/goals/1/target/unit wrong-unit",
                        "/goals/1/target/value out-of-range");
    }

    private static String found(Goal goal) {
        return GoalRules.faults(List.of(goal)).stream()
                .map(fault -> fault.pointer().replace("/goals/0/", "") + " " + fault.code())
                .reduce("", (all, one) -> all.isEmpty() ? one : all + ", " + one);
    }

    private static Goal goal(
            UUID id, String indicator, Goal.Kind kind, Figure target, Figure baseline, Figure proposed) {
        return new Goal(id, indicator, null, kind, null, target, baseline, Goal.Direction.UP, proposed, null);
    }

    private static Figure figure(String text) {
        String[] words = text.split(" ");
        return Figure.exact(new BigDecimal(words[0]), words[1]);
    }
}
