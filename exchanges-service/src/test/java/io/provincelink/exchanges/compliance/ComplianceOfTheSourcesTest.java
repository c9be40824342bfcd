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

/** The mechanisms that the public sources tell of, with the rules that the data set gives them. */
class ComplianceOfTheSourcesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 5, 26);

    private final Mechanism talksOfUnknownAge = MechanismMother.meeting("FREQ=YEARLY", null, null);
    private final Mechanism talks = MechanismMother.meeting("FREQ=YEARLY", null, "2016-03-10");
    private final Mechanism forum = MechanismMother.meeting("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "P3M", "2009-03-18");
    private final Mechanism group = MechanismMother.meeting("FREQ=MONTHLY;INTERVAL=3", "P3M", "2009-04-01");

    @Test
    void of_the_annual_talks_of_the_secretaries_nobody_can_say_what_was_due() {
        Compliance kept = Compliance.of(
                talksOfUnknownAge, Period.years(2016, 2020), List.of(day("2018-05-01", MeetingStatus.HELD)), TODAY);

        assertThat(kept.due()).isNull();
        assertThat(kept.held()).isEqualTo(1);
        assertThat(kept.noRecord()).isZero();
    }

    @Test
    void with_a_first_day_annual_talks_may_be_held_until_those_of_the_next_year_are_due() {
        Compliance kept = Compliance.of(
                talks,
                Period.years(2016, 2021),
                List.of(
                        day("2016-03-10", MeetingStatus.HELD),
                        day("2018-03-09", MeetingStatus.HELD),
                        day("2018-03-10", MeetingStatus.HELD),
                        day("2020-02-01", MeetingStatus.CANCELLED)),
                TODAY);

        assertThat(kept.sessions())
                .extracting(Session::status)
                .containsExactly(HELD, HELD, HELD, NOT_HELD, NO_RECORD, UPCOMING);
        assertThat(kept.sessions().get(1).until()).isEqualTo("2018-03-09");
    }

    @Test
    void the_partnership_forum_is_due_in_each_third_quarter() {
        Compliance kept = Compliance.of(
                forum,
                Period.years(2009, 2021),
                List.of(
                        day("2009-03-18", MeetingStatus.HELD),
                        day("2010-07-01", MeetingStatus.HELD),
                        day("2011-09-30", MeetingStatus.HELD),
                        day("2012-10-01", MeetingStatus.HELD)),
                TODAY);

        assertThat(kept.due()).isEqualTo(13);
        assertThat(kept.sessions().subList(0, 4))
                .extracting(Session::status)
                .containsExactly(NO_RECORD, HELD, HELD, NO_RECORD);
        assertThat(kept.sessions().get(12).status()).isEqualTo(UPCOMING);
    }

    @Test
    void the_standing_group_and_each_thematic_group_are_due_in_every_quarter() {
        Compliance kept = Compliance.of(
                group,
                Period.years(2009, 2010),
                List.of(
                        day("2009-06-30", MeetingStatus.HELD),
                        day("2009-07-01", MeetingStatus.HELD),
                        day("2009-08-01", MeetingStatus.HELD),
                        day("2010-05-01", MeetingStatus.CANCELLED)),
                TODAY);

        assertThat(kept.sessions())
                .extracting(Session::due)
                .startsWith(LocalDate.of(2009, 4, 1), LocalDate.of(2009, 7, 1), LocalDate.of(2009, 10, 1))
                .hasSize(7);
        assertThat(kept.sessions())
                .extracting(Session::status)
                .containsExactly(HELD, HELD, NO_RECORD, NO_RECORD, NOT_HELD, NO_RECORD, NO_RECORD);
    }

    private static MeetingDay day(String day, MeetingStatus status) {
        return new MeetingDay(UUID.randomUUID(), new UUID(0, 1), LocalDate.parse(day), status);
    }
}
