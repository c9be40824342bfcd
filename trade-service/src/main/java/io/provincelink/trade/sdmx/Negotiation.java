package io.provincelink.trade.sdmx;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the format that a client means. SDMX tells formats apart by a parameter of the media type, the version, which JAX-RS does not
 * look at.
 */
public final class Negotiation {

    private static final String ANYTHING = "*/*";
    private static final String VERSION = "version";

    private Negotiation() {}

    /**
     * What was agreed on.
     *
     * @param contentType a client that asks for a general type gets that one told
     * @param parameters of the media range that was met, such as {@code labels}
     */
    public record Chosen<F extends Form>(F form, String contentType, Map<String, String> parameters) {}

    /**
     * The best of the formats.
     *
     * @param accept the header as it was sent
     * @param format the query parameter, which goes before the header
     * @param forms in the order in which they are preferred here
     * @throws ProblemException 400 for a format that is not there, 406 when none is accepted
     */
    public static <F extends Form> Chosen<F> choose(@Nullable String accept, @Nullable String format, List<F> forms) {
        if (format != null) {
            return forms.stream()
                    .filter(form -> form.format().equals(format))
                    .findFirst()
                    .map(form -> new Chosen<>(form, form.contentType(), Map.of()))
                    .orElseThrow(() -> ProblemException.invalid(Fault.at("?format", "unknown-value", formats(forms))));
        }
        List<Range> ranges = ranges(accept == null || accept.isBlank() ? ANYTHING : accept);
        Chosen<F> best = null;
        float most = 0;
        for (F form : forms) {
            Range range = closest(ranges, form);
            if (range != null && range.weight > most) {
                most = range.weight;
                best = new Chosen<>(form, contentType(range, form), range.parameters);
            }
        }
        if (best == null) {
            throw ProblemException.notAcceptable(
                    forms.stream().map(Form::contentType).toList());
        }
        return best;
    }

    private record Range(String type, Map<String, String> parameters, float weight) {

        /** How particularly it names the form; −1 when it does not mean it. */
        int closeness(Form form) {
            if (type.equals(form.mediaType())) {
                String version = parameters.get(VERSION);
                return version == null ? 3 : version.equals(form.version()) ? 4 : -1;
            }
            if (form.aliases().contains(type)) {
                return 2;
            }
            return type.equals("application/*") ? 1 : type.equals(ANYTHING) || type.equals("*") ? 0 : -1;
        }
    }

    private static @Nullable Range closest(List<Range> ranges, Form form) {
        Range closest = null;
        for (Range range : ranges) {
            int closeness = range.closeness(form);
            if (closeness >= 0 && (closest == null || closeness > closest.closeness(form))) {
                closest = range;
            }
        }
        return closest;
    }

    private static String contentType(Range range, Form form) {
        return form.aliases().contains(range.type) ? range.type : form.contentType();
    }

    private static List<Range> ranges(String accept) {
        return Arrays.stream(accept.split(",", -1)).map(Negotiation::range).toList();
    }

    private static Range range(String text) {
        String[] parts = text.split(";");
        Map<String, String> parameters = new HashMap<>();
        float weight = 1;
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            String name = parameter[0].strip().toLowerCase(Locale.ROOT);
            String value = parameter.length < 2 ? "" : parameter[1].strip().replace("\"", "");
            if (name.equals("q")) {
                weight = weight(value);
            } else {
                parameters.put(name, value);
            }
        }
        return new Range(parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT), parameters, weight);
    }

    private static float weight(String text) {
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private static String formats(List<? extends Form> forms) {
        return forms.stream().map(Form::format).distinct().collect(Collectors.joining(", "));
    }
}
