package io.provincelink.exchanges.overview;

import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Warning;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to come in the region, the next first.
 *
 * @param meetings that are set for today or a later day
 * @param delegations under way, accepted or proposed
 * @param sessions of mechanisms that are due and not held yet
 */
public record ExchangesOverviewPart(
        List<Brief> meetings, List<Brief> delegations, List<DueSession> sessions, List<Warning> warnings) {

    /**
     * A session that somebody should set a day for.
     *
     * @param due day on which it falls due by the rule
     * @param from first day on which it may be held
     * @param until last one
     * @param host whose turn it is, where that is agreed
     */
    public record DueSession(
            Brief mechanism,
            LocalDate due,
            LocalDate from,
            LocalDate until,
            @Nullable String host) {}
}
