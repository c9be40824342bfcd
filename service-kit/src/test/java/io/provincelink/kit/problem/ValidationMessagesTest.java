package io.provincelink.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationMessagesTest {

    /** Those that stand on drafts and parameters with their own message. */
    private static final List<Class<? extends Annotation>> USED = List.of(
            Digits.class,
            Max.class,
            Min.class,
            NotBlank.class,
            NotEmpty.class,
            NotNull.class,
            Pattern.class,
            PositiveOrZero.class,
            Size.class);

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                ValidationMessagesTest.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> keys(String name) throws IOException {
        return new TreeSet<>(bundle(name).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationMessages_vi.properties", "ValidationMessages_zh.properties"})
    void every_message_stands_in_every_language(String other) throws IOException {
        assertThat(keys(other)).isEqualTo(keys("ValidationMessages.properties"));
        assertThat(bundle(other).values()).noneMatch(text -> text.toString().isBlank());
    }

    /** The validator brings no Vietnamese, and would answer in the machine's language. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValidationMessages.properties",
                "ValidationMessages_vi.properties",
                "ValidationMessages_zh.properties"
            })
    void the_validators_own_constraints_have_texts_too(String name) throws IOException {
        for (Class<? extends Annotation> constraint : USED) {
            assertThat(keys(name)).contains(constraint.getName() + ".message");
        }
    }

    @Test
    void rules_over_several_fields_have_a_message_of_their_own() throws IOException {
        assertThat(keys("ValidationMessages.properties"))
                .contains("provincelink.figure.range", "provincelink.period.order", "provincelink.text.empty")
                .doesNotContain(AssertTrue.class.getName() + ".message");
    }
}
