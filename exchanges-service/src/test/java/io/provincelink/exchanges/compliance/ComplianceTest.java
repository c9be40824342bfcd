package io.provincelink.exchanges.compliance;

import static io.provincelink.exchanges.compliance.SessionStatus.HELD;
import static io.provincelink.exchanges.compliance.SessionStatus.NOT_HELD;
import static io.provincelink.exchanges.compliance.SessionStatus.NO_RECORD;
import static io.provincelink.exchanges.compliance.SessionStatus.UPCOMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.MechanismMother;
import io.provincelink.exchanges.meeting.MeetingDay;
import io.provincelink.exchanges.meeting.MeetingStatus;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
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

    @Test
    void a_meeting_that_was_put_off_says_neither_that_it_was_held_nor_that_it_was_not() {
        Period year = Period.years(2020, 2020);
        List<MeetingDay> putOff =
                List.of(day("2020-07-10", MeetingStatus.CANCELLED), day("2020-08-01", MeetingStatus.POSTPONED));

        assertThat(only(Compliance.of(forum, year, putOff, LocalDate.of(2020, 9, 30))))
                .isEqualTo(UPCOMING);
        assertThat(only(Compliance.of(forum, year, putOff, TODAY))).isEqualTo(NO_RECORD);
    }

    @Test
    void a_meeting_counts_for_the_same_session_whatever_period_is_asked_for() {
        Mechanism monthly = MechanismMother.meeting("FREQ=MONTHLY", "P3M", "2019-01-01");
        // the first ones may be of December, November and October, so that all of January is left for the third
        List<MeetingDay> days = List.of(
                day("2019-12-05", MeetingStatus.HELD),
                day("2019-12-20", MeetingStatus.HELD),
                day("2020-01-10", MeetingStatus.HELD));

        List<Session> year =
                Compliance.of(monthly, Period.years(2019, 2020), days, TODAY).sessions();

        for (int i = 0; i < year.size(); i++) {
            LocalDate due = year.get(i).due();
            assertThat(Compliance.of(monthly, new Period(due, due), days, TODAY).sessions())
                    .containsExactly(year.get(i));
        }
        assertThat(year.stream().filter(session -> session.status() == HELD).map(Session::due))
                .containsExactly(LocalDate.of(2019, 10, 1), LocalDate.of(2019, 11, 1), LocalDate.of(2019, 12, 1));
    }

    @Test
    void a_meeting_on_the_first_or_the_last_day_of_a_window_is_in_it() {
        List<MeetingDay> edges = List.of(
                day("2016-06-30", MeetingStatus.HELD),
                day("2016-07-01", MeetingStatus.HELD),
                day("2017-09-30", MeetingStatus.HELD),
                day("2018-10-01", MeetingStatus.HELD));

        Compliance kept = Compliance.of(forum, Period.years(2016, 2018), edges, TODAY);

        assertThat(kept.sessions()).extracting(Session::status).containsExactly(HELD, HELD, NO_RECORD);
    }

    @Test
    void a_session_that_fell_due_before_the_period_is_not_of_it_though_its_window_is() {
        Period autumn = new Period(LocalDate.of(2019, 8, 1), LocalDate.of(2019, 12, 31));

        Compliance kept = Compliance.of(forum, autumn, List.of(day("2019-08-01", MeetingStatus.HELD)), TODAY);

        assertThat(kept.due()).isZero();
        assertThat(kept.held()).isZero();
    }

    @Test
    void a_mechanism_that_ended_owes_what_had_fallen_due_by_then() {
        Mechanism ended =
                MechanismMother.meeting("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "P3M", "2016-01-01", "2018-07-31");

        Compliance kept =
                Compliance.of(ended, Period.years(2017, 2021), List.of(day("2018-09-01", MeetingStatus.HELD)), TODAY);

        assertThat(kept.sessions()).extracting(Session::status).containsExactly(NO_RECORD, HELD);
    }

    @Test
    void a_postponed_session_belongs_to_the_period_in_which_it_fell_due() {
        Mechanism moved =
                MechanismMother.agreeing(forum, List.of(), MechanismMother.postponed("2017-07-01", "2018-02-01"));
        MeetingDay late = day("2018-02-20", MeetingStatus.HELD);

        assertThat(Compliance.of(moved, Period.years(2017, 2017), List.of(late), TODAY)
                        .sessions())
                .extracting(Session::status, Session::meeting)
                .containsExactly(tuple(HELD, late.id()));
        assertThat(Compliance.of(moved, Period.years(2018, 2018), List.of(late), TODAY)
                        .sessions())
                .extracting(Session::status)
                .containsExactly(NO_RECORD);
    }

    @Test
    void a_session_brought_forward_is_served_before_its_due_day() {
        Mechanism moved =
                MechanismMother.agreeing(forum, List.of(), MechanismMother.postponed("2018-07-01", "2017-11-01"));
        MeetingDay early = day("2017-11-20", MeetingStatus.HELD);

        assertThat(only(Compliance.of(moved, Period.years(2018, 2018), List.of(early), TODAY)))
                .isEqualTo(HELD);
    }

    @Test
    void where_windows_cross_as_many_sessions_as_possible_have_a_meeting() {
        Mechanism moved =
                MechanismMother.agreeing(forum, List.of(), MechanismMother.postponed("2017-07-01", "2018-06-15"));
        MeetingDay first = day("2018-07-02", MeetingStatus.HELD);
        MeetingDay second = day("2018-09-20", MeetingStatus.HELD);

        Compliance kept = Compliance.of(moved, Period.years(2017, 2018), List.of(first, second), TODAY);

        assertThat(kept.sessions()).extracting(Session::meeting).containsExactly(first.id(), second.id());
        assertThat(Compliance.of(moved, Period.years(2018, 2018), List.of(first, second), TODAY)
                        .sessions())
                .extracting(Session::meeting)
                .containsExactly(second.id());
    }

    @Test
    void one_meeting_serves_a_session_and_those_that_were_merged_into_it() {
        Mechanism both = MechanismMother.agreeing(
                forum,
                List.of(),
                MechanismMother.merged("2016-07-01", "2018-07-01"),
                MechanismMother.merged("2017-07-01", "2018-07-01"));
        MeetingDay own = day("2017-08-01", MeetingStatus.HELD);
        MeetingDay common = day("2018-08-01", MeetingStatus.HELD);

        Compliance kept = Compliance.of(both, Period.years(2016, 2019), List.of(own, common), TODAY);

        assertThat(kept.sessions())
                .extracting(Session::status, Session::meeting)
                .containsExactly(
                        tuple(HELD, common.id()),
                        tuple(HELD, common.id()),
                        tuple(HELD, common.id()),
                        tuple(NO_RECORD, null));
        assertThat(Compliance.of(both, Period.years(2016, 2016), List.of(own, common), TODAY)
                        .sessions())
                .containsExactly(kept.sessions().get(0));
    }

    @Test
    void merged_sessions_are_not_held_when_the_one_that_serves_them_is_cancelled() {
        Mechanism both = MechanismMother.agreeing(forum, List.of(), MechanismMother.merged("2017-07-01", "2016-07-01"));
        MeetingDay cancelled = day("2016-08-01", MeetingStatus.CANCELLED);

        Compliance kept = Compliance.of(both, Period.years(2017, 2017), List.of(cancelled), TODAY);

        assertThat(kept.sessions())
                .extracting(Session::status, Session::meeting)
                .containsExactly(tuple(NOT_HELD, cancelled.id()));
    }

    @Test
    void two_cancelled_meetings_in_overlapping_windows_are_of_two_sessions() {
        Mechanism monthly = MechanismMother.meeting("FREQ=MONTHLY;COUNT=3", "P3M", "2020-01-01");

        Compliance kept = Compliance.of(
                monthly,
                Period.years(2020, 2020),
                List.of(
                        day("2020-03-10", MeetingStatus.CANCELLED),
                        day("2020-03-11", MeetingStatus.CANCELLED),
                        day("2020-03-12", MeetingStatus.HELD)),
                TODAY);

        assertThat(kept.sessions()).extracting(Session::status).containsExactly(HELD, NOT_HELD, NOT_HELD);
    }

    @Test
    void a_daily_rule_of_a_century_is_told_at_once() {
        Mechanism daily = MechanismMother.agreeing(
                MechanismMother.meeting("FREQ=DAILY", "P10Y", "1900-01-01"), List.of("XA.01", "XB.010100"));
        List<MeetingDay> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2021; day = day.plusYears(9)) {
            days.add(day(day.toString(), MeetingStatus.HELD));
        }
        long start = System.nanoTime();

        Compliance kept = Compliance.of(daily, Period.years(2020, 2020), days, TODAY);

        assertThat(kept.due()).isEqualTo(366);
        assertThat(kept.sessions().get(0).host()).isEqualTo("XB.010100");
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    private static SessionStatus only(Compliance kept) {
        assertThat(kept.sessions()).hasSize(1);
        return kept.sessions().get(0).status();
    }

    private static MeetingDay day(String day, MeetingStatus status) {
        return new MeetingDay(UUID.randomUUID(), ANY, LocalDate.parse(day), status);
    }
}
