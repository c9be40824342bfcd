package io.provincelink.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    @Test
    void what_is_not_asked_does_not_filter() {
        Filter filter = Filter.all()
                .of(List.of())
                .of(null)
                .and("r.kind = :kind", "kind", null)
                .externalId(null);

        assertThat(filter.conditions()).isEmpty();
        assertThat(filter.parameters()).isEmpty();
    }

    @Test
    void each_condition_stands_in_brackets_of_its_own() {
        Filter filter = Filter.all().and("r.a = :a or r.b = :a", "a", 1).and("r.c = :c", "c", "x");

        assertThat(filter.conditions()).containsExactly("(r.a = :a or r.b = :a)", "(r.c = :c)");
        assertThat(filter.parameters()).containsEntry("a", 1).containsEntry("c", "x");
    }

    @Test
    void regions_are_bound_as_one_array() {
        Filter filter = Filter.all().of(List.of("VN.02", "CN.532600"));

        assertThat(filter.parameters().get("regions")).isEqualTo(new String[] {"VN.02", "CN.532600"});
    }

    @ParameterizedTest
    @CsvSource({"gov:12, gov:12", "gov:a:b, gov:a:b"})
    void an_external_id_is_a_system_and_a_key(String asked, String key) {
        assertThat(Filter.all().externalId(asked).parameters()).containsEntry("externalId", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gov", "gov:", ":", ":1", "GOV:1", "g v:1", "gov:1 2", ""})
    void what_is_no_external_id_is_told_as_such(String asked) {
        ParameterReader parameters = new ParameterReader(Caller.anonymous(Regions.load(), LocalDate.EPOCH));

        assertThatThrownBy(() -> Filter.all().externalId(asked)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Filter.by(parameters)
                        .externalId(asked)
                        .of(List.of(), parameters.known(), "never")
                        .search("?")
                        .asked())
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("?externalId", "?q", "?rollup"));
    }

    @ParameterizedTest
    @CsvSource({
        "ha-giang-wenshan-2016-2020,           true",
        "a,                                    true",
        "2021,                                 true",
        "0198c0de-0000-7000-8000-000000000001, false",
        "Ha-Giang,                             false",
        "-a,                                   false",
        "a--b,                                 false",
        "a b,                                  false",
        "'',                                   false",
    })
    void a_code_is_told_from_an_id(String code, boolean right) {
        var pattern = RecordCode.class.getAnnotation(jakarta.validation.constraints.Pattern.class);

        assertThat(code.matches(pattern.regexp())).isEqualTo(right);
    }
}
