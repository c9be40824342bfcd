package io.provincelink.exchanges.calendarfeed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.calendar.CalendarKind;
import io.provincelink.exchanges.mechanism.MechanismLevel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar under a private address shows of all that its unit may see.
 *
 * @param region codes, comma separated, as in {@code /calendar.ics}
 * @param mechanism id of the only mechanism that it shows, with its meetings
 * @param kinds empty for all
 * @param lang vi, zh or en
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedFilters(
        @Nullable String region,
        @Nullable UUID mechanism,
        @Nullable MechanismLevel level,
        List<CalendarKind> kinds,
        @Nullable String lang) {}
