package io.provincelink.kit.words;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text in Vietnamese, Chinese and English: at least one of them, none blank, no other language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Text(
        @Nullable @Size(max = 20_000) @Pattern(regexp = NOT_BLANK, message = "{provincelink.text.blank}")
        String vi,

        @Nullable @Size(max = 20_000) @Pattern(regexp = NOT_BLANK, message = "{provincelink.text.blank}")
        String zh,

        @Nullable @Size(max = 20_000) @Pattern(regexp = NOT_BLANK, message = "{provincelink.text.blank}")
        String en) {

    // also readable for the clients that check it: \s alone does not mean the wide space of Chinese texts everywhere
    private static final String NOT_BLANK = "^[\\s\\S]*[^\\s\\u00a0\\u3000][\\s\\S]*$";

    public static Text en(String en) {
        return new Text(null, null, en);
    }

    public static Text vi(String vi) {
        return new Text(vi, null, null);
    }

    @JsonIgnore
    @AssertTrue(message = "{provincelink.text.empty}")
    public boolean isInSomeLanguage() {
        return vi != null || zh != null || en != null;
    }

    /** The text in the reader's language, else in English, Vietnamese or Chinese, whichever there is. */
    public String in(Locale language) {
        String wanted =
                switch (language.getLanguage()) {
                    case "vi" -> vi;
                    case "zh" -> zh;
                    default -> en;
                };
        return Stream.of(wanted, en, vi, zh)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
