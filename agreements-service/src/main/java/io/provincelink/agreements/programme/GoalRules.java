package io.provincelink.agreements.programme;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.KnownIndicator;
import io.provincelink.kit.words.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether goals can be measured as they say: each is of an indicator that a service counts, in a unit in which figures of it can come. */
final class GoalRules {

    private static final String SHARE_UNIT = "percent";
    private static final List<String> RATES = List.of(SHARE_UNIT, "percentage-point");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final List<Fault> faults = new ArrayList<>();

    private GoalRules() {}

    /** @param goals one that could not be read is null */
    static List<Fault> faults(List<@Nullable Goal> goals) {
        GoalRules rules = new GoalRules();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            if (goal == null || goal.kind() == null || goal.indicator() == null) {
                continue; // what is missing has been said
            }
            UUID id = goal.id();
            if (id != null && !ids.add(id)) {
                rules.faults.add(Fault.at("/goals/" + i + "/id", "same-id-twice"));
            }
            rules.check("/goals/" + i, goal);
        }
        return rules.faults;
    }

    private void check(String at, Goal goal) {
        String own =
                KnownIndicator.find(goal.indicator()).map(KnownIndicator::unit).orElse(null);
        if (own == null) {
            faults.add(Fault.at(at + "/indicator", "unknown-indicator", KnownIndicator.codes()));
        }
        if (goal.kind() == Goal.Kind.SHARE && own != null && !own.equals(SHARE_UNIT)) {
            faults.add(Fault.at(at + "/indicator", "wrong-unit", own));
        }
        checkTarget(at + "/target", goal, whole(goal.target()), own);
        checkTarget(at + "/proposedTarget", goal, whole(goal.proposedTarget()), own);
        checkBaseline(at + "/baseline", goal, own);
    }

    private void checkTarget(String at, Goal goal, @Nullable Figure target, @Nullable String own) {
        if (target == null) {
            return;
        }
        switch (goal.kind()) {
            case SHARE -> {
                if (!target.unit().equals(SHARE_UNIT)) {
                    faults.add(Fault.at(at + "/unit", "wrong-unit", SHARE_UNIT));
                }
                checkShare(at, target);
            }
            case YEARLY_CHANGE -> {
                // a change of what is itself a rate is in points of it, like its figures; of anything else, in percent
                // too
                List<String> possible = own != null && RATES.contains(own) ? List.of(own) : RATES;
                if (!possible.contains(target.unit())) {
                    faults.add(Fault.at(at + "/unit", "wrong-unit", String.join(", ", possible)));
                }
            }
            case TOTAL -> {
                if (own != null && !isIn(own, target)) {
                    faults.add(Fault.at(at + "/unit", "wrong-unit", own));
                }
            }
        }
    }

    private void checkBaseline(String at, Goal goal, @Nullable String own) {
        Figure baseline = whole(goal.baseline());
        if (baseline == null) {
            return;
        }
        if (goal.kind() == Goal.Kind.SHARE) {
            checkShare(at, baseline);
        }
        if (goal.kind() == Goal.Kind.YEARLY_CHANGE) {
            // the level from which it changes, or the change of the year before
            if (own != null && !isIn(own, baseline) && !RATES.contains(baseline.unit())) {
                faults.add(Fault.at(at + "/unit", "wrong-unit", own));
            }
            return;
        }
        Figure target = whole(goal.target() == null ? goal.proposedTarget() : goal.target());
        String unit = target != null ? target.unit() : goal.kind() == Goal.Kind.SHARE ? SHARE_UNIT : own;
        if (unit != null && !baseline.unit().equals(unit)) {
            faults.add(Fault.at(at + "/unit", "wrong-unit", unit));
        }
    }

    /** What a figure lacks has been said. */
    private static @Nullable Figure whole(@Nullable Figure figure) {
        return figure == null || figure.value() == null || figure.unit() == null ? null : figure;
    }

    private void checkShare(String at, Figure share) {
        if (share.value().signum() < 0 || share.value().compareTo(WHOLE) > 0) {
            faults.add(Fault.at(at + "/value", "out-of-range", 0, 100));
        }
        if (share.upper() != null && share.upper().compareTo(WHOLE) > 0) {
            faults.add(Fault.at(at + "/upper", "out-of-range", 0, 100));
        }
    }

    /** An indicator in money names its usual currency; a programme may reckon in another. */
    private static boolean isIn(String unit, Figure figure) {
        return figure.unit().equals(unit) || Units.isCurrency(unit) && Units.isCurrency(figure.unit());
    }
}
