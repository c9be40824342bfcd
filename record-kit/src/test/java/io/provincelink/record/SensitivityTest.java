package io.provincelink.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Field;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityTest {

    enum Level {
        PROVINCE,
        BORDER_POST
    }

    @ParameterizedTest(name = "{0} on level {1}: {2}")
    @CsvSource({
        "'',                     ,            false",
        "TRADE HEALTH,           ,            false",
        "TRADE HEALTH,           PROVINCE,    false",
        "TRADE POLICE,           PROVINCE,    true",
        "JUSTICE,                ,            true",
        "BORDER_MANAGEMENT,      ,            true",
        "TRADE,                  BORDER_POST, true",
        "'',                     BORDER_POST, true",
    })
    void fields_and_level_decide(String names, @Nullable Level level, boolean expected) {
        List<Field> fields = Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Field::valueOf)
                .toList();
        assertThat(Sensitivity.of(fields, level)).isEqualTo(expected);
    }
}
