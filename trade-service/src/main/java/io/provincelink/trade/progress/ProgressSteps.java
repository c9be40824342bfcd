package io.provincelink.trade.progress;

import io.provincelink.kit.words.Period;
import io.provincelink.trade.indicator.TurnoverSums;
import io.provincelink.trade.statistic.MonthRange;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The months of a period one by one, those together that some figure covers together: nobody can say how much of it was of which. */
final class ProgressSteps {

    private ProgressSteps() {}

    /** From the period's first month to the last one that was reported; none where nothing was. */
    static List<MonthRange> of(List<TurnoverSums.Sum> sums, Period period) {
        Set<Integer> tied = new HashSet<>(); // to the month before
        int last = 0;
        for (TurnoverSums.Sum sum : sums) {
            List<Integer> months = sum.months().months();
            tied.addAll(months.subList(1, months.size()));
            last = Math.max(last, sum.months().last());
        }
        List<MonthRange> steps = new ArrayList<>();
        for (YearMonth month = YearMonth.from(period.from()); number(month) <= last; month = month.plusMonths(1)) {
            if (tied.contains(number(month)) && !steps.isEmpty()) {
                MonthRange before = steps.remove(steps.size() - 1);
                steps.add(new MonthRange(before.first(), before.count() + 1));
            } else {
                steps.add(new MonthRange(number(month), 1));
            }
        }
        return steps;
    }

    private static int number(YearMonth month) {
        return MonthRange.number(month.atDay(1));
    }
}
