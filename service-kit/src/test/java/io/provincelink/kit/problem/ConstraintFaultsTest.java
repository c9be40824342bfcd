package io.provincelink.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConstraintFaultsTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

    record Draft(
            @NotNull @Valid Text title,
            @Nullable @Valid Period period,
            @Nullable List<@NotNull @RegionCode String> parties,
            @Nullable List<@NotNull @Valid Figure> figures) {}

    public static class Query {
        @QueryParam("limit")
        @Max(200)
        public int limit;
    }

    public static class Resource {
        @NotNull
        public String get(
                @PathParam("code") @Size(max = 3) String code,
                @QueryParam("q") @Size(max = 3) String q,
                @HeaderParam("Idempotency-Key") @Size(max = 3) String key,
                @Valid @BeanParam Query query,
                @NotNull @Valid Draft draft) {
            return code;
        }
    }

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    private static List<String> faults(ConstraintViolationException thrown) {
        return ConstraintFaults.of(thrown).stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .sorted()
                .toList();
    }

    private static List<String> faults(Object value) {
        return faults(new ConstraintViolationException(VALIDATORS.getValidator().validate(value)));
    }

    private static ConstraintViolationException called(Object... arguments) throws NoSuchMethodException {
        var method = Arrays.stream(Resource.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals("get"))
                .findFirst()
                .orElseThrow();
        return new ConstraintViolationException(
                VALIDATORS.getValidator().forExecutables().validateParameters(new Resource(), method, arguments));
    }

    private static Draft wrong() {
        return new Draft(
                Text.en(" "),
                new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2020, 1, 1)),
                Arrays.asList("VN.02", null, "vn"),
                List.of(Figure.exact(1, "USD"), new Figure(BigDecimal.ONE, Qualifier.RANGE, "pigs", null)));
    }

    @Test
    void a_pointer_leads_to_the_value_and_a_rule_over_several_to_the_object() {
        assertThat(faults(wrong()))
                .containsExactly(
                        "/figures/1 figure-range",
                        "/figures/1/unit unit-unknown",
                        "/parties/1 not-null",
                        "/parties/2 region-code",
                        "/period period-order",
                        "/title/en text-blank");
    }

    @Test
    void a_rule_over_a_whole_draft_points_at_it() {
        assertThat(faults(new Text(null, null, null))).containsExactly(" text-empty");
    }

    @Test
    void the_body_of_a_call_has_the_same_pointers() throws NoSuchMethodException {
        assertThat(faults(called("ab", null, null, new Query(), wrong())))
                .contains("/figures/1/unit unit-unknown", "/parties/2 region-code", "/period period-order");
        assertThat(faults(called("ab", null, null, new Query(), null))).containsExactly(" not-null");
    }

    @Test
    void parameters_are_named_by_where_they_stand() throws NoSuchMethodException {
        Query query = new Query();
        query.limit = 201;
        Draft right = new Draft(Text.en("a"), null, null, null);

        assertThat(faults(called("abcd", "abcd", "abcd", query, right)))
                .containsExactly("?limit max", "?q size", "Idempotency-Key: size", "{code} size");
    }

    @Test
    void a_wrong_answer_is_our_bug_and_no_fault_of_the_caller() throws NoSuchMethodException {
        var method = Arrays.stream(Resource.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals("get"))
                .findFirst()
                .orElseThrow();
        var answer = VALIDATORS.getValidator().forExecutables().validateReturnValue(new Resource(), method, null);

        assertThat(ConstraintFaults.areTheCallers(new ConstraintViolationException(answer)))
                .isFalse();
        assertThat(ConstraintFaults.areTheCallers(called("abcd", null, null, new Query(), null)))
                .isTrue();
    }

    @Test
    void faults_of_one_language_have_its_words() {
        assertThat(Fault.at("/a", "required").in(Locale.forLanguageTag("vi")).message())
                .isEqualTo("Phải có giá trị.");
    }
}
