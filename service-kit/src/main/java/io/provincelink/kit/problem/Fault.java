package io.provincelink.kit.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the input before it is put into words.
 *
 * @param pointer as in {@link Problem.Violation}
 * @param code key of the text {@code fault.<code>} in the common bundle
 * @param args what the text needs
 * @param words the text itself, where a constraint has put it into the reader's words already
 */
public record Fault(
        String pointer,
        String code,
        List<Object> args,
        @Nullable String words) {

    public static Fault at(String pointer, String code, Object... args) {
        return new Fault(pointer, code, List.of(args), null);
    }

    /**
     * What stays as it was recorded.
     *
     * @param present what it says; null where it says nothing
     */
    public static Fault fixed(String pointer, @Nullable Object present) {
        String name = pointer.substring(1);
        return at(pointer, "fixed", name, present == null ? "" : present.toString(), name.equals("visibility") ? 1 : 0);
    }

    static Fault said(String pointer, String code, String words) {
        return new Fault(pointer, code, List.of(), words);
    }

    /** Whether a pointer leads to the same value as another one, or to a part of it. */
    public static boolean isAtOrBelow(String pointer, String other) {
        return pointer.startsWith(other)
                && (pointer.length() == other.length() || pointer.charAt(other.length()) == '/');
    }

    public Problem.Violation in(Locale language) {
        return new Problem.Violation(pointer, code, words != null ? words : ProblemTexts.fault(code, language, args));
    }
}
