package io.provincelink.exchanges.calendarfeed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A private address as its unit gets it.
 *
 * @param address where the calendar is; only in the answer that made it, and kept nowhere
 * @param lastReadOn the last day on which somebody read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarFeedView(
        UUID id,
        @Nullable String address,
        @Nullable String label,
        FeedFilters filters,
        Instant createdAt,
        @Nullable LocalDate lastReadOn) {

    static CalendarFeedView of(CalendarFeed feed) {
        return new CalendarFeedView(feed.id(), null, feed.label(), feed.filters(), feed.createdAt(), feed.lastReadOn());
    }

    CalendarFeedView at(String shownOnce) {
        return new CalendarFeedView(id, shownOnce, label, filters, createdAt, lastReadOn);
    }
}
