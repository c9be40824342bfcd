package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import java.lang.annotation.Annotation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final Regions REGIONS = Regions.load();

    private static void assertFault(Runnable read, String pointer, String code, String named) {
        assertThatThrownBy(read::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo(pointer);
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.in(Locale.ENGLISH).message()).contains(named);
                        }));
    }

    @Test
    void codes_are_separated_by_commas_and_may_be_closed_ones() {
        assertThat(Parameters.regions(REGIONS, "parties", "VN.02, CN.532600")).containsExactly("VN.02", "CN.532600");
        assertThat(Parameters.regions(REGIONS, "parties", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN.0", "VN.02,VN.0", "vn.02"})
    void an_unknown_code_is_a_fault_and_no_empty_list(String text) {
        assertFault(() -> Parameters.regions(REGIONS, "parties", text), "?parties", "unknown-region", "Nearest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN.02,", ",VN.02", ""})
    void a_code_that_is_like_none_says_what_codes_look_like(String text) {
        assertFault(() -> Parameters.regions(REGIONS, "parties", text), "?parties", "unknown-region", "look like");
    }

    @Test
    void an_unknown_code_names_what_may_be_meant() {
        assertFault(
                () -> Parameters.regions(REGIONS, "parties", "CN.532660"), "?parties", "unknown-region", "CN.532600");
    }

    @Test
    void a_period_is_read_or_is_a_fault() {
        assertThat(Parameters.period("period", "2016/2020")).isEqualTo(Period.years(2016, 2020));
        assertThat(Parameters.period("period", null)).isNull();
        assertFault(() -> Parameters.period("period", "2020/2016"), "?period", "period-order", "must not lie before");
        assertFault(() -> Parameters.period("signed", ""), "?signed", "unknown-period", "2021-Q3");
    }

    @Test
    void what_is_required_is_there_and_not_empty() {
        assertThat(Parameters.required("parties", List.of("VN.02"))).containsExactly("VN.02");
        assertFault(() -> Parameters.required("parties", List.of()), "?parties", "required", "Must be given");
        assertFault(() -> Parameters.required("period", null), "?period", "required", "Must be given");
    }

    @ParameterizedTest
    @CsvSource({
        "ten,               int,  wrong-format",
        "99999999999,       int,  wrong-format",
        "'',                int,  wrong-format",
        "2021-5-26,         day,  wrong-format",
        "2021-02-30,        day,  wrong-format",
        "+999999999-12-31,  day,  wrong-format",
        "2021-13,           month, wrong-format",
        "+999999999-12,     month, wrong-format",
        "monday,            enum, unknown-value",
        "'',                enum, unknown-value",
    })
    void a_parameter_that_cannot_be_read_is_a_fault(String text, String type, String code) {
        var converter = new ParameterConversion().getConverter(type(type), type(type), new Annotation[0]);

        assertThatThrownBy(() -> converter.fromString(text))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.faults().get(0).code()).isEqualTo(code));
    }

    @Test
    void a_parameter_in_its_form_is_read() {
        var conversion = new ParameterConversion();
        Annotation[] none = {};

        assertThat(conversion
                        .getConverter(LocalDate.class, LocalDate.class, none)
                        .fromString("2021-05-26"))
                .isEqualTo("2021-05-26");
        assertThat(conversion
                        .getConverter(YearMonth.class, YearMonth.class, none)
                        .fromString("2021-05"))
                .isEqualTo(YearMonth.of(2021, 5));
        assertThat(conversion.getConverter(Integer.class, Integer.class, none).fromString("50"))
                .isEqualTo(50);
        assertThat(conversion
                        .getConverter(DayOfWeek.class, DayOfWeek.class, none)
                        .fromString("MONDAY"))
                .isEqualTo(DayOfWeek.MONDAY);
        assertThat(conversion
                        .getConverter(LocalDate.class, LocalDate.class, none)
                        .fromString(null))
                .isNull();
        assertThat(conversion.getConverter(String.class, String.class, none)).isNull();
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "int" -> Integer.class;
            case "day" -> LocalDate.class;
            case "month" -> YearMonth.class;
            default -> DayOfWeek.class;
        };
    }
}
