package io.provincelink.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type stable, for programs; {@code title} and {@code detail} are for people and follow Accept-Language
 * @param instance the path that was asked for
 * @param violations each fault of the input; of other problems the reasons that can be named, else empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** By which a service tells the gateway the type of a problem, so that nobody reads a body for it; it goes no further. */
    public static final String CODE_HEADER = "Provincelink-Problem";

    public static Problem of(ProblemType type, Locale language, @Nullable String instance, Object... args) {
        return new Problem(
                type.uri(),
                title(type, language),
                type.status(),
                ProblemTexts.of(type, "detail", language, args),
                ShownPath.of(instance),
                List.of());
    }

    public static String title(ProblemType type, Locale language) {
        return ProblemTexts.of(type, "title", language);
    }

    /** The end of the type, such as {@code stale-version}. */
    public String code() {
        return type.substring(ProblemType.URN.length());
    }

    public Problem with(List<Violation> faults) {
        return new Problem(type, title, status, detail, instance, faults);
    }

    /**
     * One fault of the input.
     *
     * @param pointer JSON pointer into the body ({@code /period/to}), {@code ?name} for a query parameter, {@code Name:} for a header
     * @param code stable, for programs
     * @param message what would be right
     */
    public record Violation(String pointer, String code, String message) {}
}
