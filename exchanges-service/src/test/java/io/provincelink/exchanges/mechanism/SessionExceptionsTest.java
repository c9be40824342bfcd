package io.provincelink.exchanges.mechanism;

import static io.provincelink.exchanges.mechanism.MechanismMother.merged;
import static io.provincelink.exchanges.mechanism.MechanismMother.online;
import static io.provincelink.exchanges.mechanism.MechanismMother.postponed;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be agreed for a single session of the forum, which is due on each first of July from 2016 to 2019. */
class SessionExceptionsTest {

    private static final String FORUM = "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1";

    @Test
    void sessions_that_the_rule_knows_may_be_moved_merged_and_held_online() {
        assertThat(faults(
                        postponed("2016-07-01", "2016-10-01"),
                        merged("2017-07-01", "2018-07-01"),
                        online("2018-07-01"),
                        merged("2019-07-01", "2018-07-01")))
                .isEmpty();
    }

    @Test
    void a_day_on_which_nothing_falls_due_is_told_the_nearest_ones() {
        List<Fault> faults = MechanismMother.draft(
                        FORUM,
                        "P3M",
                        LocalDate.of(2016, 1, 1),
                        LocalDate.of(2019, 12, 31),
                        null,
                        List.of(online("2017-07-02")))
                .faults(MechanismMother.anchor());

        assertThat(faults).containsExactly(Fault.at("/exceptions/0/due", "not-due", "2017-07-01, 2018-07-01"));
        assertThat(faults.get(0).in(Locale.forLanguageTag("vi")).message()).contains("2017-07-01, 2018-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "2015-07-01", "2020-07-01", "9999-12-31", "-999999999-01-01"})
    void a_day_before_the_first_or_after_the_last_session_is_none(String day) {
        assertThat(faults(online(day))).containsExactly("/exceptions/0/due not-due");
    }

    @Test
    void each_session_is_named_once() {
        assertThat(faults(online("2017-07-01"), postponed("2017-07-01", "2017-08-01")))
                .containsExactly("/exceptions/1/due same-day-twice");
    }

    @Test
    void a_new_day_is_given_and_no_other_sessions_own() {
        assertThat(faults(
                        postponed("2016-07-01", null),
                        postponed("2017-07-01", "2018-07-01"),
                        postponed("2018-07-01", "2018-07-01"),
                        postponed("2019-07-01", "9999-01-01")))
                .containsExactly(
                        "/exceptions/0/to required",
                        "/exceptions/1/to due-anyway",
                        "/exceptions/2/to due-anyway",
                        "/exceptions/3/to out-of-range");
    }

    @Test
    void a_session_is_merged_into_another_one_that_is_held() {
        assertThat(faults(
                        merged("2016-07-01", null),
                        merged("2017-07-01", "2017-07-01"),
                        merged("2018-07-01", "2018-07-02"),
                        merged("2019-07-01", "2018-07-01")))
                .containsExactly(
                        "/exceptions/0/to required",
                        "/exceptions/1/to own-session",
                        "/exceptions/2/to not-due",
                        "/exceptions/3/to merged-itself");
    }

    @Test
    void a_session_that_is_only_held_online_goes_nowhere() {
        var exception = MechanismMother.exception("2017-07-01", SessionExceptionKind.ONLINE, "2017-08-01");

        assertThat(faults(exception)).containsExactly("/exceptions/0/to only-for");
    }

    @Test
    void without_a_first_day_or_a_rule_nobody_can_say_which_session_is_meant() {
        List<SessionException> exceptions = List.of(online("2017-07-01"));

        assertThat(faults(FORUM, null, exceptions)).containsExactly("/since required");
        assertThat(faults(null, LocalDate.of(2016, 1, 1), exceptions)).containsExactly("/recurrence required");
        assertThat(faults("FREQ=SECONDLY", LocalDate.of(2016, 1, 1), exceptions))
                .containsExactly("/recurrence wrong-format");
    }

    @Test
    void what_could_not_be_read_is_no_fault_of_the_days() {
        List<SessionException> exceptions = new ArrayList<>();
        exceptions.add(null);
        exceptions.add(new SessionException(unread(), SessionExceptionKind.ONLINE, null, null));
        exceptions.add(new SessionException(LocalDate.of(2017, 7, 1), unread(), null, null));

        assertThat(faults(FORUM, LocalDate.of(2016, 1, 1), exceptions)).isEmpty();
    }

    @Test
    void a_daily_rule_of_three_centuries_is_judged_at_once() {
        List<SessionException> exceptions = IntStream.range(0, 200)
                .mapToObj(i -> postponed(LocalDate.of(2199, 1, 1).plusDays(i).toString(), "2199-12-31"))
                .toList();
        long start = System.nanoTime();

        List<String> faults = faults("FREQ=DAILY", LocalDate.of(1900, 1, 1), exceptions);

        assertThat(faults).hasSize(200).allMatch(fault -> fault.endsWith("/to due-anyway"));
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unread() {
        return null;
    }

    private static List<String> faults(SessionException... exceptions) {
        return named(MechanismMother.draft(
                        FORUM,
                        "P3M",
                        LocalDate.of(2016, 1, 1),
                        LocalDate.of(2019, 12, 31),
                        null,
                        Arrays.asList(exceptions))
                .faults(MechanismMother.anchor()));
    }

    private static List<String> faults(
            @Nullable String rule, @Nullable LocalDate since, List<SessionException> exceptions) {
        return named(MechanismMother.draft(rule, "P3M", since, null, null, exceptions)
                .faults(MechanismMother.anchor()));
    }

    private static List<String> named(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
