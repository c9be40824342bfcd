package io.provincelink.exchanges.calendarfeed;

import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the mechanism is there that a private calendar shall show. */
@Singleton
class CalendarFeedRules implements DraftRules<CalendarFeedDraft> {

    private final Mechanisms mechanisms;
    private final RecordDesk desk;

    CalendarFeedRules(Mechanisms mechanisms, RecordDesk desk) {
        this.mechanisms = mechanisms;
        this.desk = desk;
    }

    @Override
    public Class<CalendarFeedDraft> drafts() {
        return CalendarFeedDraft.class;
    }

    @Override
    public List<Fault> faults(CalendarFeedDraft draft, @Nullable ExternalId key) {
        return draft.mechanism() == null
                        || mechanisms
                                .find(desk.caller(), draft.mechanism().toString())
                                .isPresent()
                ? List.of()
                : List.of(Fault.at("/mechanism", "unknown-record"));
    }
}
