package io.provincelink.kit.problem;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem; a mistake of the caller, so it carries no stack trace. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 100;

    private final transient ProblemType type;
    private final transient List<Object> args;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    private ProblemException(ProblemType type, List<Object> args, List<Fault> faults, Map<String, String> headers) {
        super(type.code(), null, false, false);
        this.type = type;
        this.args = args;
        this.faults = faults;
        this.headers = headers;
    }

    public static ProblemException of(ProblemType type, Object... args) {
        return new ProblemException(type, List.of(args), List.of(), Map.of());
    }

    public static ProblemException invalid(Fault... faults) {
        return invalid(List.of(faults));
    }

    /** Each fault once, in the order of their places; of very many only the first are named. */
    public static ProblemException invalid(List<Fault> faults) {
        List<Fault> each = faults.stream()
                .distinct()
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .toList();
        List<Fault> named = each.subList(0, Math.min(each.size(), MOST_NAMED));
        List<Object> counts = List.of(each.size(), named.size(), each.size() - named.size());
        return new ProblemException(CommonProblem.VALIDATION, counts, named, Map.of());
    }

    /** Cannot be done while these stand in the way. */
    public static ProblemException conflict(ProblemType type, List<Fault> inTheWay) {
        List<Fault> each = inTheWay.stream()
                .sorted(Comparator.comparing(Fault::pointer))
                .limit(MOST_NAMED)
                .toList();
        return new ProblemException(type, List.of(), each, Map.of());
    }

    public static ProblemException notFound() {
        return of(CommonProblem.NOT_FOUND);
    }

    /** Nothing there, and what may have been meant. */
    public static ProblemException notFound(Fault hint) {
        return new ProblemException(CommonProblem.NOT_FOUND, List.of(), List.of(hint), Map.of());
    }

    /** @param given media types that there are */
    public static ProblemException notAcceptable(List<String> given) {
        Fault hint = Fault.at("Accept:", "unknown-media-type", String.join(", ", given));
        return new ProblemException(CommonProblem.NOT_ACCEPTABLE, List.of(), List.of(hint), Map.of());
    }

    /** @param taken media types that the address reads; empty where that is not known */
    public static ProblemException unsupportedMediaType(List<String> taken) {
        List<Fault> hint = taken.isEmpty()
                ? List.of()
                : List.of(Fault.at("Content-Type:", "unknown-value", String.join(", ", taken)));
        return new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE, List.of(), hint, Map.of());
    }

    /** @param location where the record is, or null when the caller may not see it */
    public static ProblemException alreadyExists(@Nullable String location) {
        Map<String, String> headers = location == null ? Map.of() : Map.of("Location", location);
        return new ProblemException(CommonProblem.ALREADY_EXISTS, List.of(), List.of(), headers);
    }

    /** @param roles one of which the caller would need */
    public static ProblemException roleNeeded(String... roles) {
        return of(CommonProblem.FORBIDDEN).naming(List.of(roleFault(roles)));
    }

    static Fault roleFault(String... roles) {
        return Fault.at("Authorization:", "role-needed", String.join(", ", roles));
    }

    /** The same problem with the reasons for it, each at the value that stands in the way. */
    public ProblemException naming(List<Fault> reasons) {
        return new ProblemException(type, args, reasons, headers);
    }

    /** The same problem with a header more. */
    public ProblemException with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ProblemException(type, args, faults, more);
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Problem problem(Locale language, String instance) {
        return Problem.of(type, language, instance, args.toArray())
                .with(faults.stream().map(fault -> fault.in(language)).toList());
    }
}
