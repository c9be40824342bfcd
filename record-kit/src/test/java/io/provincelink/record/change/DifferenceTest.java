package io.provincelink.record.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                   | {}                                   | ``",
                "{\"a\":1}                            | {\"a\":1.0}                          | ``",
                "{\"updatedAt\":1}                    | {\"updatedAt\":2}                    | ``",
                "{\"a\":null}                         | {}                                   | ``",
                "{}                                   | {\"a\":[]}                           | ``",
                "{}                                   | {\"a\":[1]}                          | /a null [1]",
                "{\"a\":1}                            | {\"a\":2}                            | /a 1 2",
                "{\"a\":1}                            | {\"a\":\"1\"}                        | /a 1 \"1\"",
                "{\"a\":1}                            | {}                                   | /a 1 null",
                "{}                                   | {\"a\":{\"b\":1}}                    | /a null {\"b\":1}",
                "{\"a\":{\"b\":1,\"c\":2}}            | {\"a\":{\"b\":3,\"c\":2}}            | /a/b 1 3",
                "{\"a\":{\"updatedAt\":1}}            | {\"a\":{\"updatedAt\":2}}            | /a/updatedAt 1 2",
                "{\"a\":[1,2]}                        | {\"a\":[1,3]}                        | /a/1 2 3",
                "{\"a\":[1,2]}                        | {\"a\":[1]}                          | /a [1,2] [1]",
                "{\"a\":[{\"b\":1}]}                  | {\"a\":[{\"b\":2}]}                  | /a/0/b 1 2",
                "{\"a/b~c\":1}                        | {\"a/b~c\":2}                        | /a~1b~0c 1 2",
                "{\"b\":1,\"a\":1}                    | {\"a\":2,\"b\":2}                    | /a 1 2;/b 1 2",
                "{\"membersChanged\":true}            | {\"membersChanged\":true}             | /membersChanged null true",
                "{\"membersChanged\":true}            | {}                                   | ``",
            })
    void what_differs_is_named_at_its_place(String before, String after, String expected) throws Exception {
        var found = Difference.between(json.readTree(before), json.readTree(after)).stream()
                .map(one -> one.pointer() + " " + one.before() + " " + one.after())
                .toList();

        assertThat(String.join(";", found)).isEqualTo(expected);
    }
}
