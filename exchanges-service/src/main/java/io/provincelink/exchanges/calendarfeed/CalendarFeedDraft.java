package io.provincelink.exchanges.calendarfeed;

import io.provincelink.exchanges.calendar.CalendarKind;
import io.provincelink.exchanges.calendar.CalendarQuery;
import io.provincelink.exchanges.mechanism.MechanismLevel;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A private address as a client asks for it.
 *
 * @param region region codes, comma separated; what concerns all of them together, or units inside them
 * @param mechanism id of a mechanism: its due days and its meetings
 * @param kinds without them, all
 * @param lang vi, zh or en; without it, as the calendar program's Accept-Language says
 * @param label what the unit knows it by, such as who is given it; the calendar's name in the program
 */
public record CalendarFeedDraft(
        @Nullable @Size(min = 1, max = 200) String region,
        @Nullable UUID mechanism,
        @Nullable MechanismLevel level,
        @Nullable @Size(max = 3) List<@NotNull CalendarKind> kinds,
        @Nullable @Pattern(regexp = CalendarQuery.LANGUAGES) String lang,
        @Nullable @Size(min = 1, max = 100) String label)
        implements Draft {

    public CalendarFeedDraft {
        kinds = Objects.requireNonNullElse(kinds, List.of());
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[0];
    }

    /** A calendar shows the past too, so that a unit of any time may be asked for. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        for (String code : codes(region)) {
            if (anchor.regions().history(code).isEmpty()) {
                faults.add(Fault.at(
                        "/region",
                        "unknown-region",
                        String.join(", ", anchor.regions().nearest(code, 3))));
            }
        }
        return faults;
    }

    static List<String> codes(@Nullable String region) {
        return region == null
                ? List.of()
                : Arrays.stream(region.split(",", -1))
                        .map(String::strip)
                        .distinct()
                        .toList();
    }

    FeedFilters filters() {
        return new FeedFilters(region, mechanism, level, kinds, lang);
    }
}
