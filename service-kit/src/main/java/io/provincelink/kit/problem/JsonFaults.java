package io.provincelink.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON body, told in the contract's words and never in Java's. */
public final class JsonFaults {

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            LocalDate.class, "2021-05-26",
            LocalDateTime.class, "2021-05-26T09:00",
            YearMonth.class, "2021-05",
            OffsetDateTime.class, "2021-05-26T09:00:00+07:00",
            UUID.class, "0198c0de-0000-7000-8000-000000000001");

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private JsonFaults() {}

    /** What is wrong with a body, whatever Jackson calls it. */
    public static ProblemException problem(JsonProcessingException thrown) {
        Fault fault = ofValue("", thrown);
        return fault == null
                ? ProblemException.of(CommonProblem.MALFORMED, where(thrown))
                : ProblemException.invalid(fault);
    }

    /**
     * What is wrong with one value of a body.
     *
     * @param at pointer to the value
     * @return null when the body as a whole is no JSON
     */
    public static @Nullable Fault ofValue(String at, JsonProcessingException thrown) {
        if (thrown instanceof MismatchedInputException mismatch) {
            Fault fault = of(mismatch);
            return Fault.at(at + fault.pointer(), fault.code(), fault.args().toArray());
        }
        if (thrown instanceof InputCoercionException) {
            return Fault.at(at, "too-large-number");
        }
        if (thrown instanceof JsonMappingException mapping && mapping.getCause() instanceof InputCoercionException) {
            return Fault.at(at + pointer(mapping), "too-large-number");
        }
        return null;
    }

    /**
     * Whether a number has more digits than the parser reads. It says so before anybody has asked for the value, so nobody knows the
     * place but the parser.
     */
    public static boolean isTooLongNumber(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException
                    && String.valueOf(cause.getMessage()).startsWith("Number ")) {
                return true;
            }
        }
        return false;
    }

    public static Fault of(MismatchedInputException thrown) {
        String pointer = pointer(thrown);
        if (thrown instanceof PropertyBindingException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return Fault.at(pointer, "unknown-field", known);
        }
        Class<?> target = thrown.getTargetType();
        if (target != null && target.isEnum()) {
            String known = Arrays.stream(target.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return Fault.at(pointer, "unknown-value", known);
        }
        if (thrown instanceof InvalidFormatException && target == String.class) {
            return Fault.at(pointer, "bad-character");
        }
        String example = target == null ? null : EXPECTED.get(target);
        return example == null
                ? Fault.at(pointer, "wrong-type", typeName(target))
                : Fault.at(pointer, "wrong-format", example);
    }

    /** Line and column of a body that is not JSON at all. */
    static String where(JsonProcessingException thrown) {
        JsonLocation at = thrown.getLocation();
        return at == null ? "1:1" : at.getLineNr() + ":" + at.getColumnNr();
    }

    static String pointer(JsonMappingException thrown) {
        return thrown.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? String.valueOf(step.getIndex()) : escaped(step.getFieldName()))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    /** A name as a step of a JSON pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String typeName(@Nullable Class<?> target) {
        if (target == null) {
            return "object";
        }
        if (WHOLE.contains(target)) {
            return "integer";
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive() && target != boolean.class) {
            return "number";
        }
        if (target == Boolean.class || target == boolean.class) {
            return "true, false";
        }
        if (Iterable.class.isAssignableFrom(target) || target.isArray()) {
            return "array";
        }
        return target == String.class ? "string" : "object";
    }
}
