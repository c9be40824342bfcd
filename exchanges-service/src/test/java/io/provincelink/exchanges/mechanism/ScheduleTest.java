package io.provincelink.exchanges.mechanism;

import static io.provincelink.exchanges.mechanism.MechanismMother.agreeing;
import static io.provincelink.exchanges.mechanism.MechanismMother.merged;
import static io.provincelink.exchanges.mechanism.MechanismMother.online;
import static io.provincelink.exchanges.mechanism.MechanismMother.postponed;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was agreed for single sessions, and whose turn it is. */
class ScheduleTest {

    private static final List<String> NOBODY = List.of();
    private static final List<String> IN_TURN = List.of("XA.01", "XB.010100");

    private final Mechanism forum = MechanismMother.meeting("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "P3M", "2016-01-01");
    private final Mechanism windowless = MechanismMother.meeting("FREQ=YEARLY", null, "2016-05-01");

    @Test
    void a_postponed_session_falls_due_when_it_did_and_its_window_begins_on_the_new_day() {
        Mechanism moved = agreeing(forum, NOBODY, postponed("2017-07-01", "2018-02-01"));

        assertThat(told(moved, Period.years(2016, 2018)))
                .containsExactly(
                        "2016-07-01: 2016-07-01/2016-09-30",
                        "2017-07-01: 2018-02-01/2018-04-30",
                        "2018-07-01: 2018-07-01/2018-09-30");
        assertThat(told(moved, Period.years(2018, 2018))).containsExactly("2018-07-01: 2018-07-01/2018-09-30");
    }

    @Test
    void a_session_may_be_brought_forward() {
        Mechanism moved = agreeing(forum, NOBODY, postponed("2017-07-01", "2017-03-01"));

        assertThat(told(moved, Period.years(2017, 2017))).containsExactly("2017-07-01: 2017-03-01/2017-05-31");
    }

    @Test
    void a_window_that_reaches_to_the_next_session_keeps_its_days_when_it_moves() {
        Mechanism moved = agreeing(windowless, NOBODY, postponed("2017-05-01", "2017-06-01"));

        assertThat(told(moved, Period.years(2017, 2017))).containsExactly("2017-05-01: 2017-06-01/2018-05-31");
    }

    @Test
    void a_merged_session_has_the_window_of_the_one_that_serves_both() {
        Mechanism both =
                agreeing(forum, NOBODY, merged("2016-07-01", "2017-07-01"), postponed("2017-07-01", "2017-11-01"));

        assertThat(told(both, Period.years(2016, 2016))).containsExactly("2016-07-01: 2017-11-01/2018-01-31");
    }

    @Test
    void an_online_session_keeps_its_window() {
        Mechanism remote = agreeing(forum, NOBODY, online("2016-07-01"));

        DueSession session = only(remote, "2016-07-01");

        assertThat(session.first()).isEqualTo("2016-07-01");
        assertThat(session.last()).isEqualTo("2016-09-30");
        assertThat(session.exception()).isEqualTo(online("2016-07-01"));
    }

    @Test
    void hosts_take_turns_from_the_first_session_on_whatever_period_is_asked_for() {
        Mechanism turns = agreeing(forum, IN_TURN);

        assertThat(hosts(turns, Period.years(2016, 2018))).containsExactly("XA.01", "XB.010100", "XA.01");
        assertThat(hosts(turns, Period.years(2018, 2019))).containsExactly("XA.01", "XB.010100");
        assertThat(hosts(forum, Period.years(2018, 2019))).containsExactly(null, null);
    }

    @Test
    void a_merged_session_keeps_its_number_and_shows_who_hosts_the_meeting_of_both() {
        Mechanism turns = agreeing(forum, IN_TURN, merged("2017-07-01", "2018-07-01"));

        assertThat(hosts(turns, Period.years(2016, 2019))).containsExactly("XA.01", "XA.01", "XA.01", "XB.010100");
    }

    @Test
    void a_postponed_session_keeps_its_turn() {
        Mechanism turns = agreeing(forum, IN_TURN, postponed("2017-07-01", "2019-10-01"));

        assertThat(hosts(turns, Period.years(2016, 2018))).containsExactly("XA.01", "XB.010100", "XA.01");
    }

    /** The number of the session is the one that counting every session out gives. */
    @ParameterizedTest
    @CsvSource({
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=9",
        "FREQ=DAILY;COUNT=60000",
        "FREQ=DAILY;UNTIL=20401231",
        "'FREQ=DAILY;BYDAY=MO,WE,FR'",
        "FREQ=WEEKLY;INTERVAL=2",
        "'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU'",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31",
        "'FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1'",
        "FREQ=YEARLY;INTERVAL=7",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    })
    void sessions_are_numbered_from_the_first_one_on(String rule) {
        List<String> many = List.of("a", "b", "c", "d", "e", "f", "g");
        Mechanism turns = agreeing(MechanismMother.meeting(rule, "P1D", "1900-01-31"), many);
        List<DueSession> all = turns.due(Period.years(1900, 2040)).orElseThrow();

        List<DueSession> late = turns.due(Period.years(2020, 2040)).orElseThrow();

        assertThat(late).isNotEmpty().isEqualTo(all.subList(all.size() - late.size(), all.size()));
        assertThat(all.get(8).host()).isEqualTo("b");
    }

    @Test
    void two_hundred_mergers_in_a_daily_rule_of_a_century_are_told_at_once() {
        SessionException[] mergers = IntStream.range(0, 200)
                .mapToObj(i -> merged(
                        LocalDate.of(2020, 1, 1).plusDays(i).toString(),
                        LocalDate.of(2021, 1, 1).plusDays(i).toString()))
                .toArray(SessionException[]::new);
        Mechanism turns = agreeing(
                MechanismMother.meeting("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "P1D", "1900-01-01"),
                IN_TURN,
                mergers);
        long start = System.nanoTime();

        List<DueSession> sessions = turns.due(Period.years(2020, 2020)).orElseThrow();

        assertThat(sessions.get(0).first()).isEqualTo("2021-01-01");
        // 44,195 days lie between the first session and the one that serves both
        assertThat(sessions.get(0).host()).isEqualTo("XB.010100");
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    private static DueSession only(Mechanism mechanism, String due) {
        LocalDate day = LocalDate.parse(due);
        return mechanism.due(new Period(day, day)).orElseThrow().get(0);
    }

    private static List<String> told(Mechanism mechanism, Period asked) {
        return mechanism.due(asked).orElseThrow().stream()
                .map(session -> session.due() + ": " + session.first() + "/" + session.last())
                .toList();
    }

    private static List<String> hosts(Mechanism mechanism, Period asked) {
        return mechanism.due(asked).orElseThrow().stream().map(DueSession::host).toList();
    }
}
