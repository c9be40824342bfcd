package io.provincelink.exchanges.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.mechanism.DueSession;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.MechanismMother;
import io.provincelink.exchanges.mechanism.SessionException;
import io.provincelink.exchanges.meeting.MeetingDay;
import io.provincelink.exchanges.meeting.MeetingStatus;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any rule, whatever was agreed for single sessions, and however many meetings there were. */
class SharesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 8, 15);
    private static final Period ALL = Period.years(2010, 2020);
    private static final List<String> RULES = List.of(
            "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1",
            "FREQ=MONTHLY;INTERVAL=3",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=MONTHLY;INTERVAL=2;COUNT=30",
            "FREQ=YEARLY;BYMONTH=3,4,9;BYDAY=1MO");

    private final UUID mechanism = UUID.randomUUID();

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_session_is_told_the_same_whatever_period_is_asked_for(int seed) {
        Random random = new Random(seed);
        Mechanism any = anyMechanism(random);
        List<MeetingDay> days = anyMeetings(random);

        List<Session> all = Compliance.of(any, ALL, days, TODAY).sessions();

        for (Session session : all) {
            Period itself = new Period(session.due(), session.due());
            List<MeetingDay> loaded = days.stream()
                    .filter(day -> !day.startOn().isBefore(any.recordsFrom(itself)))
                    .toList();
            assertThat(Compliance.of(any, itself, loaded, TODAY).sessions()).containsExactly(session);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_held_meeting_counts_once_in_its_window_and_for_as_many_sessions_as_possible(int seed) {
        Random random = new Random(seed);
        Mechanism any = anyMechanism(random);
        List<MeetingDay> held = anyMeetings(random).stream()
                .filter(day -> day.status() == MeetingStatus.HELD)
                .toList();
        Map<UUID, LocalDate> dayOf = new HashMap<>();
        held.forEach(day -> dayOf.put(day.id(), day.startOn()));

        List<Session> told = Compliance.of(any, ALL, held, TODAY).sessions();

        List<Session> own = told.stream().filter(session -> !isMerged(session)).toList();
        List<UUID> counted = own.stream()
                .map(Session::meeting)
                .filter(meeting -> meeting != null)
                .toList();
        assertThat(counted).doesNotHaveDuplicates();
        assertThat(own).allSatisfy(session -> {
            if (session.meeting() != null) {
                assertThat(dayOf.get(session.meeting())).isBetween(session.from(), session.until());
            }
        });
        assertThat(counted).hasSize(mostPossible(any, held));
    }

    private static boolean isMerged(Session session) {
        SessionException exception = session.exception();
        return exception != null && exception.kind().name().equals("MERGED");
    }

    /** Found the long way: by paths along which meetings change places. */
    private static int mostPossible(Mechanism mechanism, List<MeetingDay> held) {
        List<DueSession> sessions = mechanism.due(ALL).orElseThrow().stream()
                .filter(DueSession::isServedByItself)
                .toList();
        Map<DueSession, MeetingDay> has = new HashMap<>();
        int most = 0;
        for (MeetingDay meeting : held) {
            most += finds(meeting, sessions, has, new HashSet<>()) ? 1 : 0;
        }
        return most;
    }

    private static boolean finds(
            MeetingDay meeting, List<DueSession> sessions, Map<DueSession, MeetingDay> has, Set<DueSession> asked) {
        for (DueSession session : sessions) {
            if (session.admits(meeting.startOn()) && asked.add(session)) {
                MeetingDay other = has.get(session);
                if (other == null || finds(other, sessions, has, asked)) {
                    has.put(session, meeting);
                    return true;
                }
            }
        }
        return false;
    }

    private static Mechanism anyMechanism(Random random) {
        String rule = RULES.get(random.nextInt(RULES.size()));
        List<String> windows = List.of("P1M", "P3M", "P5M", "P40D", "P2Y", "");
        String window = windows.get(random.nextInt(windows.size()));
        Mechanism plain = MechanismMother.meeting(rule, window.isEmpty() ? null : window, "2010-01-05");
        List<LocalDate> due = new ArrayList<>(
                plain.due(ALL).orElseThrow().stream().map(DueSession::due).toList());
        Collections.shuffle(due, random);
        List<SessionException> exceptions = new ArrayList<>();
        LocalDate serving = due.remove(0);
        for (int i = 0; i < random.nextInt(4); i++) {
            exceptions.add(MechanismMother.merged(due.remove(0).toString(), serving.toString()));
        }
        for (int i = 0; i < random.nextInt(4) && !due.isEmpty(); i++) {
            LocalDate moved = due.remove(0);
            exceptions.add(MechanismMother.postponed(
                    moved.toString(), moved.plusDays(random.nextInt(900) - 450L).toString()));
        }
        return MechanismMother.agreeing(
                plain, List.of("XA.01", "XB.010100"), exceptions.toArray(SessionException[]::new));
    }

    /** None after the last window of the years that are asked for, so that later sessions have no part in it. */
    private List<MeetingDay> anyMeetings(Random random) {
        List<MeetingDay> days = new ArrayList<>();
        for (int i = 0; i < 5 + random.nextInt(40); i++) {
            LocalDate day = LocalDate.of(2009, 6, 1).plusDays(random.nextInt(4200));
            days.add(new MeetingDay(UUID.randomUUID(), mechanism, day, anyStatus(random)));
        }
        days.sort(Comparator.comparing(MeetingDay::startOn));
        return days;
    }

    private static MeetingStatus anyStatus(Random random) {
        MeetingStatus other = MeetingStatus.values()[random.nextInt(4)];
        return random.nextBoolean() ? MeetingStatus.HELD : other;
    }
}
