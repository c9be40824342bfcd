package io.provincelink.exchanges.compliance;

import static io.provincelink.exchanges.compliance.SessionStatus.HELD;
import static io.provincelink.exchanges.compliance.SessionStatus.NOT_HELD;
import static io.provincelink.exchanges.compliance.SessionStatus.NO_RECORD;
import static io.provincelink.exchanges.compliance.SessionStatus.UPCOMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.MechanismMother;
import io.provincelink.exchanges.meeting.MeetingDay;
import io.provincelink.exchanges.meeting.MeetingStatus;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComplianceTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 8, 15);
    private static final UUID ANY = new UUID(0, 1);

    private final Mechanism forum = MechanismMother.meeting("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "P3M", "2016-01-01");
    private final Mechanism group = MechanismMother.meeting("FREQ=MONTHLY;INTERVAL=3", "P3M", "2020-01-01");
    private final Mechanism annualTalks = MechanismMother.meeting("FREQ=YEARLY", null, null);

    @Test
    void each_due_session_of_the_forum_is_told_by_what_is_on_record() {
        MeetingDay held = day("2016-09-30", MeetingStatus.HELD);
        MeetingDay cancelled = day("2017-07-01", MeetingStatus.CANCELLED);

        Compliance kept = Compliance.of(
                forum,
                Period.years(2016, 2021),
                List.of(
                        held,
                        cancelled,
                        day("2018-10-01", MeetingStatus.HELD),
                        day("2019-08-01", MeetingStatus.PLANNED),
                        day("2020-08-01", MeetingStatus.CANCELLED),
                        day("2020-09-01", MeetingStatus.HELD)),
                TODAY);

        assertThat(kept.sessions())
                .extracting(Session::status)
                .containsExactly(HELD, NOT_HELD, NO_RECORD, NO_RECORD, HELD, UPCOMING);
        assertThat(kept.sessions().get(0).meeting()).isEqualTo(held.id());
        assertThat(kept.sessions().get(1).meeting()).isEqualTo(cancelled.id());
        assertThat(List.of(kept.held(), kept.notHeld(), kept.noRecord(), kept.upcoming()))
                .containsExactly(2L, 1L, 2L, 1L);
        assertThat(kept.due()).isEqualTo(6);
    }

    @Test
    void a_session_is_upcoming_until_the_last_day_of_its_window() {
        Period year = Period.years(2020, 2020);

        assertThat(only(Compliance.of(forum, year, List.of(), LocalDate.of(2020, 9, 30))))
                .isEqualTo(UPCOMING);
        assertThat(only(Compliance.of(forum, year, List.of(), LocalDate.of(2020, 10, 1))))
                .isEqualTo(NO_RECORD);
        assertThat(only(Compliance.of(
                        forum, year, List.of(day("2020-07-02", MeetingStatus.HELD)), LocalDate.of(2020, 7, 3))))
                .isEqualTo(HELD);
    }

    @Test
    void a_quarterly_group_is_asked_for_each_quarter() {
        Compliance kept = Compliance.of(
                group,
                Period.years(2020, 2020),
                List.of(
                        day("2020-01-01", MeetingStatus.HELD),
                        day("2020-03-31", MeetingStatus.HELD),
                        day("2020-12-31", MeetingStatus.HELD)),
                TODAY);

        assertThat(kept.sessions()).extracting(Session::status).containsExactly(HELD, NO_RECORD, NO_RECORD, HELD);
    }

    @Test
    void one_meeting_keeps_one_session_even_where_windows_overlap() {
        Mechanism monthly = MechanismMother.meeting("FREQ=MONTHLY", "P3M", "2020-01-01");

        Compliance kept =
                Compliance.of(monthly, Period.years(2020, 2020), List.of(day("2020-03-15", MeetingStatus.HELD)), TODAY);

        assertThat(kept.held()).isEqualTo(1);
        assertThat(kept.noRecord()).isEqualTo(11);
    }

    @Test
    void a_window_that_ends_after_the_period_is_still_looked_at() {
        Mechanism late = MechanismMother.meeting("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1", "P3M", "2019-01-01");
        Period asked = Period.years(2020, 2020);

        assertThat(only(Compliance.of(late, asked, List.of(day("2021-02-01", MeetingStatus.HELD)), TODAY)))
                .isEqualTo(HELD);
    }

    @Test
    void nothing_is_known_to_be_due_where_nobody_knows_since_when_and_held_ones_count_still() {
        Compliance kept = Compliance.of(
                annualTalks,
                Period.years(2016, 2020),
                List.of(
                        day("2016-05-01", MeetingStatus.HELD),
                        day("2018-05-01", MeetingStatus.HELD),
                        day("2019-05-01", MeetingStatus.CANCELLED),
                        day("2021-05-01", MeetingStatus.HELD)),
                TODAY);

        assertThat(kept.due()).isNull();
        assertThat(kept.sessions()).isEmpty();
        assertThat(List.of(kept.held(), kept.notHeld(), kept.noRecord(), kept.upcoming()))
                .containsExactly(2L, 1L, 0L, 0L);
    }

    private static SessionStatus only(Compliance kept) {
        assertThat(kept.sessions()).hasSize(1);
        return kept.sessions().get(0).status();
    }

    private static MeetingDay day(String day, MeetingStatus status) {
        return new MeetingDay(UUID.randomUUID(), ANY, LocalDate.parse(day), status);
    }
}
