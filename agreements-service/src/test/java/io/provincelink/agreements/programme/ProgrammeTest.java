package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
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
        assertThat(new Milestone(null, Text.en("step"), due, doneOn).status(today))
                .isEqualTo(expected);
    }
}
