package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.JsonFaults;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {

    record Sheet(
            @Nullable UUID id,
            @Nullable List<Figure> figures,
            @Nullable Boolean open,
            int count) {}

    @ReadBack({"status", "words"})
    record Step(int place) {}

    record Road(List<Step> steps) {}

    private static String message(Fault fault) {
        return fault.in(Locale.ENGLISH).message();
    }

    @Test
    void a_figure_keeps_every_decimal() throws JsonProcessingException {
        String json = "{\"value\":100000000000000000000.123456,\"qualifier\":\"OVER\",\"unit\":\"USD\"}";

        Figure figure = StrictJson.read(json, Figure.class);

        assertThat(figure.value()).isEqualTo(new BigDecimal("100000000000000000000.123456"));
        assertThat(StrictJson.MAPPER.writeValueAsString(figure)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "0e2147483647", "12e2147483647", "1e-2147483647", "1e201", "0e999999"})
    void a_number_that_nothing_can_write_out_is_too_large(String number) {
        var thrown = catchThrowableOfType(
                JsonProcessingException.class, () -> StrictJson.read("{\"value\": " + number + "}", Figure.class));

        assertThat(JsonFaults.problem(thrown).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/value");
            assertThat(fault.code()).isEqualTo("too-large-number");
        });
    }

    @Test
    void large_numbers_are_written_out() throws JsonProcessingException {
        var figure = new Figure(new BigDecimal("6E+9"), Qualifier.OVER, "USD", null);

        assertThat(StrictJson.MAPPER.writeValueAsString(figure)).contains("\"value\":6000000000,");
    }

    @Test
    void an_unknown_field_is_told_with_the_known_ones() {
        Fault fault = StrictJson.fault("{\"figures\": [{\"value\": 1, \"qualifer\": \"EXACT\"}]}", Sheet.class);

        assertThat(fault.pointer()).isEqualTo("/figures/0/qualifer");
        assertThat(fault.code()).isEqualTo("unknown-field");
        assertThat(message(fault)).contains("qualifier, unit, upper, value");
    }

    @Test
    void derived_rules_are_no_fields() {
        assertThat(StrictJson.fault("{\"en\": \"a\", \"inSomeLanguage\": true}", Text.class)
                        .code())
                .isEqualTo("unknown-field");
        assertThat(StrictJson.MAPPER.valueToTree(Period.years(2016, 2020)).has("inOrder"))
                .isFalse();
    }

    @Test
    void an_unknown_value_is_told_with_the_known_ones() {
        Fault fault = StrictJson.fault("{\"value\": 1, \"qualifier\": \"MORE\"}", Figure.class);

        assertThat(fault.pointer()).isEqualTo("/qualifier");
        assertThat(fault.code()).isEqualTo("unknown-value");
        assertThat(message(fault)).contains("EXACT, ABOUT, OVER, UNDER, RANGE");
    }

    @Test
    void a_fraction_where_a_whole_number_belongs_is_told_so() {
        assertThat(message(StrictJson.fault("{\"count\": 1.5}", Sheet.class))).contains("integer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"figures\": [{\"value\": \"6\"}]}       | /figures/0/value     | wrong-type",
                "{\"figures\": [{\"value\": \"\"}]}        | /figures/0/value     | wrong-type",
                "{\"figures\": [{\"value\": true}]}        | /figures/0/value     | wrong-type",
                "{\"figures\": [{\"value\": [6]}]}         | /figures/0/value     | wrong-type",
                "{\"figures\": [{\"unit\": 6}]}            | /figures/0/unit      | wrong-type",
                "{\"figures\": [{\"unit\": true}]}         | /figures/0/unit      | wrong-type",
                "{\"figures\": [{\"unit\": {}}]}           | /figures/0/unit      | wrong-type",
                "{\"figures\": [{\"qualifier\": 0}]}       | /figures/0/qualifier | unknown-value",
                "{\"figures\": [{\"qualifier\": \"\"}]}    | /figures/0/qualifier | unknown-value",
                "{\"figures\": [{\"qualifier\": \"over\"}]} | /figures/0/qualifier | unknown-value",
                "{\"figures\": {\"value\": 6}}             | /figures             | wrong-type",
                "{\"figures\": [6]}                        | /figures/0           | wrong-type",
                "{\"open\": \"true\"}                      | /open                | wrong-type",
                "{\"open\": 1}                             | /open                | wrong-type",
                "{\"count\": 1.5}                          | /count               | wrong-type",
                "{\"count\": \"1\"}                        | /count               | wrong-type",
                "{\"count\": null}                         | /count               | wrong-type",
                "{\"id\": \"x\"}                           | /id                  | wrong-format",
                "{\"id\": 1}                               | /id                  | wrong-format",
            })
    void nothing_is_turned_into_another_type(String json, String pointer, String code) {
        Fault fault = StrictJson.fault(json, Sheet.class);

        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(message(fault)).doesNotContain("java").doesNotContain("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"26/05/2021\"",
                "\"2021-5-26\"",
                "\"2021-02-30\"",
                "\"2021-05-26T00:00:00\"",
                "\"2021-05-26T20:00:00Z\"",
                "\" 2021-05-26\"",
                "\"\"",
                "\"+999999999-12-31\"",
                "\"-0044-03-15\"",
                "[2021, 5, 26]",
                "18773",
                "{}",
                "true",
            })
    void a_day_has_one_form(String day) {
        Fault fault = StrictJson.fault("{\"from\": " + day + "}", Period.class);

        assertThat(fault.pointer()).isEqualTo("/from");
        assertThat(fault.code()).isEqualTo("wrong-format");
        assertThat(message(fault)).contains("2021-05-26");
    }

    @Test
    void a_day_in_its_form_is_read_and_written() throws JsonProcessingException {
        String json = "{\"from\":\"2016-01-01\",\"to\":\"2020-12-31\"}";

        assertThat(StrictJson.MAPPER.writeValueAsString(StrictJson.read(json, Period.class)))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800", "😀\\ud83d"})
    void no_text_has_a_character_that_cannot_be_kept(String text) {
        Fault fault = StrictJson.fault("{\"en\": \"" + text + "\"}", Text.class);

        assertThat(fault.pointer()).isEqualTo("/en");
        assertThat(fault.code()).isEqualTo("bad-character");
    }

    @Test
    void a_whole_surrogate_pair_is_a_character() throws JsonProcessingException {
        assertThat(StrictJson.read("{\"zh\": \"\\ud842\\udfb7\"}", Text.class).zh())
                .isEqualTo("𠮷");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"en\": \"a\", \"en\": \"b\"}",
                "{\"en\": \"a\"",
                "{\"en\": 'a'}",
                "{\"en\": NaN}",
                "{en: \"a\"}",
                "{\"en\": \"a\",}",
                "{\"en\": 01}",
                "// \n{\"en\": \"a\"}",
            })
    void what_is_no_json_is_malformed(String text) {
        assertThatThrownBy(() -> StrictJson.read(text, Text.class))
                .isInstanceOf(JsonProcessingException.class)
                .isNotInstanceOf(com.fasterxml.jackson.databind.JsonMappingException.class);
    }

    @Test
    void a_key_twice_is_noticed_in_a_tree_too() {
        assertThatThrownBy(() -> StrictJson.MAPPER.readTree("{\"a\": {\"b\": 1, \"b\": 2}}"))
                .isInstanceOf(JsonParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"en\": \"a\"} {\"en\": \"b\"}", "{\"en\": \"a\"} x", "{\"en\": \"a\"}]"})
    void nothing_stands_behind_the_body(String text) {
        assertThatThrownBy(() -> StrictJson.read(text, Text.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_name_with_a_slash_is_escaped_in_the_pointer() {
        assertThat(StrictJson.fault("{\"a/b~c\": 1}", Source.class).pointer()).isEqualTo("/a~1b~0c");
    }

    @Test
    void what_the_service_worked_out_may_come_back_and_nothing_else_may() throws JsonProcessingException {
        String read = "{\"steps\": [{\"status\": \"LATE\", \"place\": 7, \"words\": [{\"said\": {\"by\": 1}}]}]}";

        assertThat(StrictJson.read(read, Road.class).steps()).containsExactly(new Step(7));
        Fault refused = StrictJson.fault(read.replace("words", "word"), Road.class);
        assertThat(refused.code()).isEqualTo("unknown-field");
        assertThat(refused.pointer()).isEqualTo("/steps/0/word");
        assertThat(StrictJson.fault("{\"steps\": [], \"status\": 1}", Road.class)
                        .code())
                .isEqualTo("unknown-field");
    }
}
