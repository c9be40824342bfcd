package io.provincelink.kit.http;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters that cannot be read are a 400 naming the parameter and what would be right; by default JAX-RS says 404. */
@Provider
public class ParameterConversion implements ParamConverterProvider {

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // the casts are guarded by the type that is asked for
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = name(annotations);
        if (type.isEnum()) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return new Reader<>(name, text -> (T) Enum.valueOf((Class<Enum>) type, text), "unknown-value", known);
        }
        if (type == Integer.class || type == int.class) {
            return (ParamConverter<T>) new Reader<>(name, Integer::valueOf, "wrong-format", "50");
        }
        if (type == Boolean.class || type == boolean.class) {
            return (ParamConverter<T>) new Reader<>(name, ParameterConversion::truth, "unknown-value", "true, false");
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Reader<>(name, StrictTimes::day, "wrong-format", "2021-05-26");
        }
        if (type == YearMonth.class) {
            return (ParamConverter<T>) new Reader<>(name, StrictTimes::month, "wrong-format", "2021-05");
        }
        return null;
    }

    /** Java takes every other word for false. */
    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> "?" + ((QueryParam) annotation).value())
                .findFirst()
                .orElse("");
    }

    private record Reader<T>(String pointer, Function<String, T> read, String code, String expected)
            implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                // JAX-RS lets only its own exceptions through; the mapper unpacks the cause
                throw new BadRequestException(ProblemException.invalid(Fault.at(pointer, code, expected)));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
