package io.provincelink.kit.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "VN, 2021-02-12, Lunar New Year",
        "VN, 2024-04-18, Hung Kings Commemoration",
        "VN, 2026-04-26, Hung Kings Commemoration",
        "VN, 2021-09-02, National Day of Viet Nam",
        "VN, 2010-04-30, Reunification Day",
        "CN, 2021-02-12, Spring Festival",
        "CN, 2025-01-28, Spring Festival",
        "CN, 2024-06-10, Dragon Boat Festival",
        "CN, 2025-10-06, Mid-Autumn Festival",
        "CN, 2012-04-04, Qingming Festival",
        "CN, 2021-10-03, National Day of China",
        "XA, 2016-06-15, Fictional day of XA",
    })
    void a_day_off_is_known_by_its_name(String country, LocalDate day, String name) {
        assertThat(Holidays.between(country, day, day))
                .extracting(holiday -> holiday.name().en())
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "VN, 2021-02-09",
        "VN, 2021-10-01",
        "CN, 2024-02-09",
        "CN, 2024-05-02",
        "CN, 2021-09-02",
        "FR, 2021-01-01"
    })
    void a_working_day_is_none(String country, LocalDate day) {
        assertThat(Holidays.between(country, day, day)).isEmpty();
    }

    @Test
    void the_two_new_years_differ_where_the_new_moon_falls_between_two_midnights() {
        LocalDate first = LocalDate.of(2030, 2, 1);

        assertThat(Holidays.between("VN", first, first)).hasSize(1);
        assertThat(Holidays.between("CN", first.plusDays(1), first.plusDays(1))).hasSize(1);
        // the eve is a day off since 2025, and it is 2 February: the first day in Viet Nam
        assertThat(Holidays.between("CN", first, first)).isEmpty();
    }

    @Test
    void a_visit_meets_every_holiday_that_it_touches_in_order() {
        List<Holiday> met = Holidays.between("CN", LocalDate.of(2024, 4, 4), LocalDate.of(2024, 6, 10));

        assertThat(met)
                .extracting(holiday -> holiday.name().en())
                .containsExactly("Qingming Festival", "Labour Day", "Dragon Boat Festival");
    }

    @Test
    void days_that_a_yearly_decision_chooses_are_marked() {
        LocalDate tet = LocalDate.of(2024, 2, 10);

        assertThat(Holidays.between("VN", tet, tet)).singleElement().matches(Holiday::estimated);
        assertThat(Holidays.between("CN", tet, tet)).singleElement().matches(holiday -> !holiday.estimated());
    }

    @Test
    void each_year_of_each_country_is_complete() {
        for (int year = 2009; year <= 2040; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            assertThat(Holidays.between("VN", first, last)).as("VN %d", year).hasSize(6);
            assertThat(Holidays.between("CN", first, last)).as("CN %d", year).hasSize(year == 2015 ? 8 : 7);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VN,2021-02-30,2021-03-01,a,b,c,ON | line 2",
                "VN,2021-02-03,2021-02-01,a,b,c,ON | is before",
                "VN,2021-02-03,2021-02-04,a,b,c | 6 cells",
                "VN,2021-02-03,2021-02-04,a,b,c,NEAR | kind",
            })
    void a_line_that_breaks_a_rule_stops_the_load_and_is_named(String line, String said) {
        List<String> file = List.of("country,from,to,name_vi,name_zh,name_en,kind", line);

        assertThatThrownBy(() -> Holidays.read("test.csv", file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.csv, line 2")
                .hasMessageContaining(said);
    }
}
