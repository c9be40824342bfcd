package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.ETag;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.KeptIds;
import io.provincelink.record.RecordRoot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeTest {

    @ParameterizedTest
    @CsvSource({
        "2015-12-31, PLANNED",
        "2016-01-01, ACTIVE",
        "2020-12-31, ACTIVE",
        "2021-01-01, COMPLETED",
    })
    void a_programme_stands_where_the_calendar_says(LocalDate today, ProgrammeStatus expected) {
        assertThat(ProgrammeStatus.of(Period.years(2016, 2020), today)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-06-30, ,           2018-06-30, OPEN",
        "2018-06-30, ,           2018-07-01, LATE",
        "2018-06-30, 2018-08-01, 2019-01-01, DONE",
        "          , ,           2030-01-01, OPEN",
    })
    void a_milestone_turns_late_the_day_after_it_was_due(
            LocalDate due, LocalDate doneOn, LocalDate today, Milestone.Status expected) {
        assertThat(new Milestone(null, Text.en("step"), due, doneOn, null).status(today))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hà Giang – Wenshan 2016–2020   | Hà Giang – Wenshan 2021–2025",
                "河江—文山合作计划（2016—2020）     | 河江—文山合作计划（2021—2025）",
                "Programme                      | Programme 2021–2025",
                "Programme 2016                 | Programme 2016 2021–2025",
                "12016-20201                    | 12016-20201 2021–2025",
            })
    void a_title_gets_the_new_years_where_the_old_ones_stand(String old, String expected) {
        assertThat(Renewals.withYears(old, " ", Period.years(2016, 2020), Period.years(2021, 2025)))
                .isEqualTo(expected);
    }

    @Test
    void what_comes_back_without_ids_and_unchanged_keeps_them() {
        Milestone first = new Milestone(UUID.randomUUID(), Text.en("same"), null, null, null);
        Milestone second = new Milestone(UUID.randomUUID(), Text.en("same"), null, null, null);
        Milestone third = new Milestone(UUID.randomUUID(), Text.en("other"), null, null, null);
        List<Milestone> before = List.of(first, second, third);

        List<Milestone> kept = KeptIds.of(
                List.of(
                        third.withId(null),
                        first.withId(null),
                        first.withId(null),
                        first.withId(null),
                        new Milestone(null, Text.en("new"), null, null, null)),
                before,
                Milestone::id,
                Milestone::withId);

        assertThat(kept.subList(0, 3)).containsExactly(third, first, second);
        assertThat(kept.get(3).id()).isNotNull().isNotIn(first.id(), second.id(), third.id());
        assertThat(kept.get(4).id()).isNotNull().isNotIn(first.id(), second.id(), third.id());
    }

    @Test
    void an_id_that_is_named_is_not_given_to_another() {
        Milestone old = new Milestone(UUID.randomUUID(), Text.en("step"), null, null, null);

        List<Milestone> kept = KeptIds.of(
                List.of(old.withId(null), new Milestone(old.id(), Text.en("step, said better"), null, null, null)),
                List.of(old),
                Milestone::id,
                Milestone::withId);

        assertThat(kept.get(0).id()).isNotNull().isNotEqualTo(old.id());
        assertThat(kept.get(1).id()).isEqualTo(old.id());
    }

    @Test
    void the_day_on_which_a_milestone_turns_late_changes_the_answer_and_its_tag() {
        Programme programme = programme(new Milestone(null, Text.en("gate"), LocalDate.of(2018, 6, 30), null, null));
        LocalDate due = LocalDate.of(2018, 6, 30);

        ProgrammeView onTheDay = ProgrammeView.of(programme, due);
        ProgrammeView afterIt = ProgrammeView.of(programme, due.plusDays(1));

        assertThat(onTheDay.milestones().get(0).status()).isEqualTo(Milestone.Status.OPEN);
        assertThat(afterIt.milestones().get(0).status()).isEqualTo(Milestone.Status.LATE);
        assertThat(ETag.of(programme.version(), "1", due).toString())
                .isNotEqualTo(ETag.of(programme.version(), "1", due.plusDays(1)).toString());
    }

    @Test
    void the_first_open_day_is_that_of_the_milestones_that_are_not_done() {
        Programme programme = programme(
                new Milestone(null, Text.en("done"), LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 1), null),
                new Milestone(null, Text.en("later"), LocalDate.of(2019, 1, 1), null, null),
                new Milestone(null, Text.en("first"), LocalDate.of(2018, 1, 1), null, null),
                new Milestone(null, Text.en("some day"), null, null, null));

        assertThat(programme.firstOpenDue()).isEqualTo(LocalDate.of(2018, 1, 1));
        assertThat(programme().firstOpenDue()).isNull();
    }

    private static Programme programme(Milestone... milestones) {
        Period period = Period.years(2016, 2020);
        List<Party> parties = List.of(new Party("XA.01", null), new Party("XB.010100", null));
        var draft = new ProgrammeDraft(
                null,
                "test",
                ProgrammeKind.BILATERAL,
                Text.en("Test"),
                parties,
                period,
                null,
                null,
                null,
                List.of(milestones),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var registration = new RecordRoot.Registration(
                UUID.randomUUID(),
                "XA.01",
                draft.regions(),
                new Anchor(Regions.load(), period.from()),
                Visibility.PARTIES,
                List.of(),
                Instant.EPOCH);
        return new Programme(registration, draft, new Links(null, null, List.of()));
    }
}
