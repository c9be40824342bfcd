package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final MergePatch PATCH = new MergePatch(
            StrictJson.MAPPER,
            new DraftReader(
                    StrictJson.MAPPER,
                    VALIDATORS.getValidator(),
                    () -> Caller.anonymous(Regions.load(), LocalDate.of(2021, 5, 26)),
                    List.of()));

    record Draft(
            @NotNull @Valid Text title,
            @Nullable @Valid Period period,
            @Nullable List<@Valid Figure> figures) {}

    private static final Draft DRAFT =
            new Draft(new Text("Tên", "名", null), Period.years(2016, 2020), List.of(Figure.exact(1, "USD")));

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    private static JsonNode tree(String json) {
        try {
            return StrictJson.MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Draft patched(String patch) {
        return PATCH.apply(DRAFT, tree(patch));
    }

    /** Appendix A of RFC 7396, as far as original and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}                | {\"a\":\"c\"}                        | {\"a\":\"c\"}",
                "{\"a\":\"b\"}                | {\"b\":\"c\"}                        | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}                | {\"a\":null}                         | {}",
                "{\"a\":\"b\",\"b\":\"c\"}    | {\"a\":null}                         | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}              | {\"a\":\"c\"}                        | {\"a\":\"c\"}",
                "{\"a\":\"c\"}                | {\"a\":[\"b\"]}                      | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}        | {\"a\":{\"b\":\"d\",\"c\":null}}     | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}      | {\"a\":[1]}                          | {\"a\":[1]}",
                "{\"e\":null}                 | {\"a\":1}                            | {\"e\":null,\"a\":1}",
                "{}                           | {\"a\":{\"bb\":{\"ccc\":null}}}      | {\"a\":{\"bb\":{}}}",
            })
    void the_examples_of_the_rfc_come_out_right(String original, String patch, String expected) {
        assertThat(PATCH.apply((ObjectNode) tree(original), tree(patch))).isEqualTo(tree(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "1", "true"})
    void a_patch_is_an_object(String patch) {
        assertThatThrownBy(() -> patched(patch))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.code()).isEqualTo("wrong-type")));
    }

    @Test
    void what_is_not_named_stays() {
        Draft result = patched("{\"title\": {\"en\": \"Name\", \"zh\": null}}");

        assertThat(result).isEqualTo(new Draft(new Text("Tên", null, "Name"), DRAFT.period(), DRAFT.figures()));
        assertThat(patched("{}")).isEqualTo(DRAFT);
    }

    @Test
    void null_takes_away_and_a_list_is_replaced_whole() {
        Draft result =
                patched("{\"period\": null, \"figures\": [{\"value\": 2, \"qualifier\": \"OVER\", \"unit\": \"m\"}]}");

        assertThat(result.period()).isNull();
        assertThat(result.figures()).singleElement().extracting(Figure::unit).isEqualTo("m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\": \"text\"}                    | /title           | wrong-type",
                "{\"title\": {\"en\": 1}}                 | /title/en        | wrong-type",
                "{\"title\": {\"fr\": \"nom\"}}           | /title/fr        | unknown-field",
                "{\"period\": {\"to\": \"soon\"}}         | /period/to       | wrong-format",
                "{\"figures\": {\"0\": null}}             | /figures         | wrong-type",
                "{\"figures\": [{\"value\": \"1\", \"qualifier\": \"OVER\", \"unit\": \"m\"}]} | /figures/0/value |"
                        + " wrong-type",
                "{\"figures\": [{\"value\": 1, \"qualifier\": \"X\", \"unit\": \"m\"}]} | /figures/0/qualifier |"
                        + " unknown-value",
                "{\"title\": {\"en\": \"\\u0000\"}}       | /title/en        | bad-character",
                "{\"other\": 1}                           | /other           | unknown-field",
            })
    void a_wrong_type_names_its_place(String patch, String pointer, String code) {
        assertThatThrownBy(() -> patched(patch))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo(pointer);
                            assertThat(fault.code()).isEqualTo(code);
                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": null}",
                "{\"title\": {\"vi\": null, \"zh\": null}}",
                "{\"period\": {\"to\": \"2010-01-01\"}}",
                "{\"figures\": [{\"value\": 1, \"qualifier\": \"RANGE\", \"unit\": \"m\"}]}"
            })
    void the_result_is_valid_as_a_whole(String patch) {
        assertThatThrownBy(() -> patched(patch))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.faults())
                        .hasSize(1));
    }

    @Test
    void what_was_right_when_it_was_recorded_may_stay_but_not_come_anew() {
        Draft old = new Draft(new Text("Tên", null, null), null, List.of(Figure.exact(1, "XAU")));

        assertThat(PATCH.apply(old, tree("{\"title\": {\"vi\": \"Khác\"}}")).figures())
                .isEqualTo(old.figures());
        assertThatThrownBy(() -> PATCH.apply(
                        old, tree("{\"figures\": [{\"value\": 1, \"qualifier\": \"EXACT\", \"unit\": \"XAG\"}]}")))
                .isInstanceOf(ProblemException.class);
    }
}
