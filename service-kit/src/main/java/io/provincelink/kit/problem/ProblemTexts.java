package io.provincelink.kit.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of problems in vi, zh and en. */
public final class ProblemTexts {

    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("vi"), Locale.CHINESE);

    // Without this, a text missing in one language would fall back to the language of the machine.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    /** The language to answer in for an Accept-Language header: vi, zh or en (also when it names none of them). */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return match == null ? Locale.ENGLISH : match;
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformedHeader) {
            // the latter for "-", on Java 17
            return Locale.ENGLISH;
        }
    }

    static String of(ProblemType type, String part, Locale language, Object... args) {
        return text(type.bundle(), type.code() + "." + part, language, args);
    }

    /** A sentence that lists what would be right has another one beside it, {@code fault.<code>.none}, for when that is nothing. */
    static String fault(String code, Locale language, List<Object> args) {
        String key = "fault." + code;
        String none = key + ".none";
        boolean listsNothing = args.contains("")
                && bundle(CommonProblem.VALIDATION.bundle(), language).containsKey(none);
        return text(CommonProblem.VALIDATION.bundle(), listsNothing ? none : key, language, args.toArray());
    }

    private static String text(String bundle, String key, Locale language, Object... args) {
        return new MessageFormat(bundle(bundle, language).getString(key), Locale.ROOT).format(args);
    }

    private static ResourceBundle bundle(String name, Locale language) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return ResourceBundle.getBundle(name, language, loader, NO_FALLBACK);
    }
}
