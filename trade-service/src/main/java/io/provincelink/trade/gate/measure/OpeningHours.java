package io.provincelink.trade.gate.measure;

import io.provincelink.kit.problem.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which a side works, week by week, by its own clocks.
 *
 * @param week times of each day of the week; on a day that has none the side is closed
 * @param closedOnHolidays whether it is closed on the public holidays of its country too; false, also where nothing is said
 */
public record OpeningHours(
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid OpeningTime> week,
        @Nullable Boolean closedOnHolidays) {

    public OpeningHours {
        closedOnHolidays = Objects.requireNonNullElse(closedOnHolidays, Boolean.FALSE);
    }

    /** The times of a day, earliest first; none where the side is closed on that day of the week. */
    List<OpeningTime> on(LocalDate day) {
        return week.stream()
                .filter(time -> time.weekday() == day.getDayOfWeek())
                .sorted(Comparator.comparing(OpeningTime::opens))
                .toList();
    }

    /** Times that end before they begin, or lie over each other. What could not be read is null and was said. */
    List<Fault> faults(String pointer) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; week != null && i < week.size(); i++) {
            OpeningTime time = week.get(i);
            if (isWhole(time)) {
                String at = pointer + "/week/" + i;
                if (!time.isInOrder()) {
                    faults.add(Fault.at(at + "/closes", "not-later", time.opens()));
                } else if (week.subList(0, i).stream().anyMatch(other -> isWhole(other) && other.overlaps(time))) {
                    faults.add(Fault.at(at, "overlapping-hours"));
                }
            }
        }
        return faults;
    }

    private static boolean isWhole(@Nullable OpeningTime time) {
        return time != null && time.weekday() != null && time.opens() != null && time.closes() != null;
    }
}
