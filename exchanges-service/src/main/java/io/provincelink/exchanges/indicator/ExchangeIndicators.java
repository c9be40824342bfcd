package io.provincelink.exchanges.indicator;

import io.provincelink.exchanges.delegation.DelegationTally;
import io.provincelink.exchanges.delegation.Delegations;
import io.provincelink.exchanges.meeting.MeetingTally;
import io.provincelink.exchanges.meeting.Meetings;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Indicator;
import io.provincelink.kit.words.KnownIndicator;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Text;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.record.observation.IndicatorBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What this service counts: meetings held, delegations that came back, and the people in them. */
@Singleton
public class ExchangeIndicators implements IndicatorBook {

    private static final Indicator HIGH_LEVEL_MEETINGS = Indicator.of(
            KnownIndicator.HIGH_LEVEL_MEETINGS,
            new Text("Cuộc làm việc, tiếp xúc cấp cao", "高层会晤", "High-level working meetings and contacts"),
            new Text(
                    "Số cuộc họp cấp HIGH đã diễn ra (HELD), bắt đầu trong giai đoạn.",
                    "期间内开始、已举行（HELD）的 HIGH 级会议数。",
                    "Meetings of level HIGH that were HELD and began in the period."));

    private static final Indicator DELEGATIONS = Indicator.of(
            KnownIndicator.DELEGATIONS,
            new Text("Đoàn trao đổi", "互访团组", "Delegations in both directions"),
            new Text(
                    "Số đoàn đã hoàn thành (COMPLETED), lên đường trong giai đoạn, cả hai chiều.",
                    "期间内出发、已完成（COMPLETED）的双向团组数。",
                    "COMPLETED delegations that set out in the period, in both directions."));

    private static final Indicator DELEGATES = Indicator.of(
            KnownIndicator.DELEGATES,
            new Text("Đại biểu", "互访人次", "Delegates"),
            new Text(
                    "Tổng số người của các đoàn đó, theo báo cáo nếu báo cáo nêu số khác; một người đi hai lần được tính hai lần.",
                    "上述团组人数之和，报告另有人数的以报告为准；同一人两次出访计两次。",
                    "The sizes of those delegations added up, as the report corrects them; who travels twice counts twice."));

    private static final Indicator MECHANISM_SESSIONS = Indicator.of(
            KnownIndicator.MECHANISM_SESSIONS,
            new Text("Phiên họp theo cơ chế", "机制会议", "Sessions of mechanisms"),
            new Text(
                    "Số cuộc họp của một cơ chế đã diễn ra (HELD), bắt đầu trong giai đoạn.",
                    "期间内开始、已举行（HELD）的机制会议数。",
                    "Meetings of a mechanism that were HELD and began in the period."));

    private final Meetings meetings;
    private final Delegations delegations;

    public ExchangeIndicators(Meetings meetings, Delegations delegations) {
        this.meetings = meetings;
        this.delegations = delegations;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(HIGH_LEVEL_MEETINGS, DELEGATIONS, DELEGATES, MECHANISM_SESSIONS);
    }

    @Override
    public Map<String, Recorded> count(Caller caller, Cooperation cooperation) {
        if (!cooperation.isTogether()) {
            return Map.of();
        }
        MeetingTally held = meetings.tally(caller, cooperation);
        DelegationTally travelled = delegations.tally(caller, cooperation);
        return Map.of(
                HIGH_LEVEL_MEETINGS.code(), recorded(held.high(), HIGH_LEVEL_MEETINGS),
                DELEGATIONS.code(), recorded(travelled.delegations(), DELEGATIONS),
                DELEGATES.code(), recorded(travelled.delegates(), DELEGATES),
                MECHANISM_SESSIONS.code(), recorded(held.sessions(), MECHANISM_SESSIONS));
    }

    /** Without coverage: nobody can say how many meetings or delegations there should be. */
    private static Recorded recorded(long count, Indicator indicator) {
        return new Recorded(Figure.exact(count, indicator.unit()), null);
    }
}
