package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftReaderTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final Regions REGIONS = Regions.load();
    private static final DraftReader READER = new DraftReader(
            StrictJson.MAPPER,
            VALIDATORS.getValidator(),
            () -> Caller.anonymous(REGIONS, LocalDate.of(2025, 12, 1)),
            List.of(new SheetRules()));

    /** Knows the title of one sheet that is there. */
    private static final class SheetRules implements DraftRules<Sheet> {

        @Override
        public Class<Sheet> drafts() {
            return Sheet.class;
        }

        @Override
        public List<Fault> faults(Sheet draft, @Nullable ExternalId key) {
            return "taken".equals(draft.title().en()) && key == null
                    ? List.of(Fault.at("/title", "unknown-record"))
                    : List.of();
        }
    }

    private static final DraftReader.Purpose NEW = new DraftReader.Purpose(true, null);

    record Sheet(
            @Nullable UUID id,
            @NotNull @Valid Text title,
            @Nullable @Valid Period period,
            @NotNull @Size(min = 2) List<@NotNull String> parties,
            @Nullable List<@NotNull @Valid Figure> figures,
            @NotNull @Min(1) Integer count,
            @Nullable Boolean open,
            @Nullable Visibility visibility,
            @Nullable List<ExternalId> externalIds)
            implements Draft {

        /** Falls over a title that cannot be read, as a careless one would. */
        Sheet {
            if (title != null && Objects.equals(title.en(), "stumble")) {
                throw new IllegalStateException("stumbled");
            }
        }

        @Override
        public @Nullable LocalDate[] anchorDays() {
            return new @Nullable LocalDate[] {period == null ? null : period.from()};
        }

        @Override
        public List<Fault> faults(Anchor anchor) {
            return anchor.check("/parties/*", parties);
        }
    }

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    private static List<String> faults(String json) {
        var refused = catchThrowableOfType(ProblemException.class, () -> read(json));
        assertThat(refused).as(json).isNotNull();
        refused.faults()
                .forEach(fault -> assertThat(fault.in(Locale.ENGLISH).message()).doesNotContain("java"));
        return refused.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static @Nullable Sheet read(String json) throws IOException {
        return READER.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Sheet.class, NEW);
    }

    @Test
    void a_sound_draft_is_read() throws IOException {
        Sheet sheet = read("{\"title\": {\"en\": \"a\"}, \"parties\": [\"QQ\", \"QQ\"], \"count\": 1}");

        // its own rules are asked by whoever takes it in, with the record that it becomes
        assertThat(sheet).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | /count not-null;/parties not-null;/title not-null",
                "{'a/b': {'x': [1]}, 'count': '1'} | /a~1b unknown-field;/count wrong-type;/parties not-null;/title"
                        + " not-null",
                "{'count': 2.5, 'open': 1, 'id': 'x', 'title': {'en': 'a'}, 'parties': ['VN.02', 5]}"
                        + " | /count wrong-type;/id wrong-format;/open wrong-type;/parties/1 wrong-type",
                "{'count': 0, 'title': [1, [2, {'a': 3}]], 'parties': {'a': {}}}"
                        + " | /count min;/parties wrong-type;/title wrong-type",
                "{'count': 99999999999, 'title': {'en': 1}, 'parties': ['a\\u0000', 'b', 'c']} | /count"
                        + " too-large-number;/parties/0 bad-character;/parties/1 unknown-region;/parties/2"
                        + " unknown-region;/title/en wrong-type",
                "{'count': 1, 'title': {'en': 'a'}, 'parties': ['QQ'], 'figures': [{'value': 1e999, 'qualifier': 'X',"
                        + " 'unit': 'pigs'}, 3, [], null]} | /figures/0/qualifier unknown-value;/figures/0/unit"
                        + " unit-unknown;/figures/0/value too-large-number;/figures/1 wrong-type;/figures/2"
                        + " wrong-type;/figures/3 not-null;/parties size;/parties/0 unknown-region",
                "{'count': 1, 'title': {'en': 'a', 'inSomeLanguage': true}, 'parties': ['VN.02', 'VN.01'], 'period':"
                        + " {'from': 1, 'to': '2020-01-01'}} | /period/from wrong-format;/title/inSomeLanguage"
                        + " unknown-field",
                "{'count': 1, 'title': {'en': 'a'}, 'parties': ['VN.02', 'QQ'], 'period': {'from': '2026-01-01', 'to':"
                        + " '2025-01-01'}} | /parties/0 closed-region;/parties/1 unknown-region;/period period-order",
                "{'count': 'x', 'title': {'en': 'stumble'}, 'parties': ['a', 'b']} | /count wrong-type",
                "[] | WHOLE wrong-type",
            })
    void faults_of_every_kind_come_together(String json, String faults) {
        assertThat(faults(json.replace('\'', '"')))
                .containsExactly(faults.replace("WHOLE", "").split(";"));
    }

    @Test
    void what_only_the_records_can_tell_is_named_once_there_is_a_fault() throws IOException {
        String json = "{'count': 0, 'title': {'en': 'taken'}, 'parties': ['VN.02', 'VN.01'], 'visibility': 'PUBLIC'}"
                .replace('\'', '"');

        assertThat(faults(json))
                .containsExactly(
                        "/count min", "/parties/0 closed-region", "/title unknown-record", "/visibility publish-later");
        // to a writer who knows what is under the key, or who changes something, that may be right
        for (ExternalId key : new ExternalId[] {new ExternalId("a", "1"), null}) {
            var refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> READER.read(
                            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                            Sheet.class,
                            new DraftReader.Purpose(false, key)));
            assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/count", "/parties/0");
        }
    }

    @Test
    void a_partners_key_stands_once() {
        String key = "{'system': 'a', 'id': '1'}";
        String json = "{'count': 1, 'title': {'en': 'a'}, 'parties': ['a', 'b'], 'externalIds': [%s, %s, %s]}"
                .formatted(key, key.replace('1', '2'), key)
                .replace('\'', '"');

        assertThat(faults(json))
                .containsExactly(
                        "/externalIds/2 same-key-twice", "/parties/0 unknown-region", "/parties/1 unknown-region");
    }

    @Test
    void a_stumbling_constructor_is_a_bug_unless_something_in_it_could_not_be_read() {
        assertThatThrownBy(() ->
                        read("{'count': 1, 'title': {'en': 'stumble'}, 'parties': ['a', 'b']}".replace('\'', '"')))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\": \"1\",",
                "{\"count\": \"1\"} x",
                "{\"count\": [[[",
                "{\"count\": 1, \"count\": 2}",
                "x"
            })
    void what_is_no_json_stays_so_whatever_else_is_wrong(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_reading_ends_at_very_many_faults() {
        String many = "{\"parties\": [" + "1,".repeat(400_000) + "1]}";

        var refused = catchThrowableOfType(ProblemException.class, () -> read(many));

        assertThat(refused.faults()).hasSize(100);
        assertThat(refused.problem(Locale.ENGLISH, "/").detail())
                .contains("500")
                .contains("first 100");
        assertThat(refused.problem(Locale.CHINESE, "/").detail()).contains("100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": {\"en\": \"A\"}, \"count\": LONG, \"parties\": []}                    | /count",
                "{\"figures\": [{\"value\": 1}, {\"value\": LONG, \"qualifier\": \"EXACT\"}]}     | /figures/1/value",
                "{\"figures\": [{\"value\": -LONG.5}]}                                         | /figures/0/value",
                "{\"nothing\": {\"known\": LONG}}                                              | /nothing/known",
            })
    void a_number_of_more_digits_than_the_parser_reads_is_named_at_its_place(String json, String pointer) {
        assertThat(faults(json.replace("LONG", "7".repeat(2000)))).containsExactly(pointer + " too-large-number");
    }
}
