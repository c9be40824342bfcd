package io.provincelink.kit.problem;

import java.util.List;
import java.util.Locale;

/**
 * A fault of the input before it is put into words.
 *
 * @param pointer as in {@link Problem.Violation}
 * @param code key of the text {@code fault.<code>} in the common bundle
 * @param args what the text needs
 */
public record Fault(String pointer, String code, List<Object> args) {

    public static Fault at(String pointer, String code, Object... args) {
        return new Fault(pointer, code, List.of(args));
    }

    public Problem.Violation in(Locale language) {
        return new Problem.Violation(pointer, code, ProblemTexts.fault(code, language, args));
    }
}
