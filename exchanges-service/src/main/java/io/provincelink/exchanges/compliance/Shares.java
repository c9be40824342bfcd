package io.provincelink.exchanges.compliance;

import io.provincelink.exchanges.mechanism.DueSession;
import io.provincelink.exchanges.meeting.MeetingDay;
import io.provincelink.exchanges.meeting.MeetingStatus;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which meeting counts for which session. Each counts for one: of those that it may be, for the one whose window closes first, so that as
 * many sessions as possible have theirs.
 */
final class Shares {

    private static final Comparator<DueSession> FIRST_TO_CLOSE =
            Comparator.comparing(DueSession::last).thenComparing(DueSession::due);

    private final Map<LocalDate, MeetingDay> byDueDay = new HashMap<>();

    private Shares() {}

    /**
     * Held meetings choose first, and a cancelled one last: while another one is planned or put off, nobody has said that the session
     * will not be held.
     *
     * @param sessions all that may claim one of the meetings; one that was merged claims none of its own
     * @param days the meetings, by day
     */
    static Shares of(List<DueSession> sessions, List<MeetingDay> days) {
        List<DueSession> claiming = sessions.stream()
                .filter(DueSession::isServedByItself)
                .sorted(Comparator.comparing(DueSession::first))
                .toList();
        Shares shares = new Shares();
        shares.share(claiming, days, EnumSet.of(MeetingStatus.HELD));
        shares.share(claiming, days, EnumSet.of(MeetingStatus.PLANNED, MeetingStatus.POSTPONED));
        shares.share(claiming, days, EnumSet.of(MeetingStatus.CANCELLED));
        return shares;
    }

    private void share(List<DueSession> claiming, List<MeetingDay> days, Set<MeetingStatus> statuses) {
        Deque<DueSession> ahead = new ArrayDeque<>(claiming);
        PriorityQueue<DueSession> open = new PriorityQueue<>(FIRST_TO_CLOSE);
        for (MeetingDay meeting : days) {
            if (!statuses.contains(meeting.status())) {
                continue;
            }
            LocalDate day = meeting.startOn();
            while (!ahead.isEmpty() && !ahead.element().first().isAfter(day)) {
                DueSession opened = ahead.remove();
                if (!byDueDay.containsKey(opened.due())) {
                    open.add(opened);
                }
            }
            while (!open.isEmpty() && open.element().last().isBefore(day)) {
                open.remove();
            }
            if (!open.isEmpty()) {
                byDueDay.put(open.remove().due(), meeting);
            }
        }
    }

    /** The meeting that counts for the session; null where there is none. */
    @Nullable
    MeetingDay of(DueSession session) {
        return byDueDay.get(session.servedWith());
    }
}
