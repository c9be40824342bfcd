package io.provincelink.kit.http;

import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.problem.ConstraintFaults;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all parameters of an address before it is called, and names everything that is wrong with them at once: names that the address
 * does not know, single values that come twice, values that cannot be read, constraints that are not met. A misspelt filter would else
 * give the whole list.
 */
public class ParameterCheck {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ParameterConversion conversion = new ParameterConversion();
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();
    private final Validator validator;
    private final CurrentCaller caller;

    public ParameterCheck(Validator validator, CurrentCaller caller) {
        this.validator = validator;
        this.caller = caller;
    }

    /** @param view whether it answers with a view or a page of views, so that {@code fields} is read by {@link Representations} */
    private record Address(Map<String, Known> parameters, boolean view) {}

    /**
     * A declared parameter.
     *
     * @param query the class of the bean that it is a field of, null for one of the method's own, whose constraints are met later
     */
    private record Known(@Nullable Class<?> query, String field, Class<?> type, Annotation[] annotations) {

        boolean takesSeveral() {
            return Arrays.stream(annotations).anyMatch(CommaSeparated.class::isInstance);
        }
    }

    @ServerRequestFilter
    public void check(UriInfo uri, SimpleResourceInfo resource, Request request) {
        Map<String, List<String>> given = uri.getQueryParameters();
        if (given.isEmpty() || resource.getResourceClass() == null) {
            return;
        }
        Address here = addresses.computeIfAbsent(
                resource.getResourceClass().getName() + "#" + resource.getMethodName()
                        + Arrays.toString(resource.parameterTypes()),
                method -> address(resource));
        boolean picksFields = here.view && READS.contains(request.getMethod());
        Map<Class<?>, Object> queries = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            Known parameter = here.parameters.get(name);
            if (parameter != null) {
                faults.addAll(faults(name, parameter, values, queries));
            } else if (!picksFields || !name.equals(ContractFilter.FIELDS)) {
                faults.add(Fault.at("?" + name, "unknown-parameter", String.join(", ", here.parameters.keySet())));
            }
        });
        if (!faults.isEmpty()) {
            queries.values().forEach(query -> faults.addAll(faults(query, faults)));
            throw ProblemException.invalid(faults);
        }
    }

    /** @param queries gets the value where it can be read */
    private List<Fault> faults(String name, Known parameter, List<String> values, Map<Class<?>, Object> queries) {
        if (values.size() > 1) {
            int several = parameter.takesSeveral() ? 1 : 0;
            return List.of(Fault.at("?" + name, "repeated-parameter", several, name + "=" + String.join(",", values)));
        }
        if (values.get(0).isEmpty() && parameter.type != String.class) {
            return List.of();
        }
        try {
            Object value = value(parameter, values.get(0));
            if (parameter.query == null || value == null) {
                return List.of();
            }
            List<Fault> faults = "".equals(value)
                    ? List.of()
                    : ConstraintFaults.ofParameter(
                            name, validator.validateValue(parameter.query, parameter.field, value));
            if (faults.isEmpty()) {
                set(queries.computeIfAbsent(parameter.query, ParameterCheck::empty), parameter.field, value);
            }
            return faults;
        } catch (BadRequestException unreadable) {
            return unreadable.getCause() instanceof ProblemException problem ? problem.faults() : List.of();
        }
    }

    /** Null where the framework reads it, and says what is wrong. */
    private @Nullable Object value(Known parameter, String text) {
        if (parameter.type == String.class) {
            return text;
        }
        ParamConverter<?> converter = conversion.getConverter(parameter.type, parameter.type, parameter.annotations);
        return converter == null ? null : converter.fromString(text);
    }

    /** What a query finds wrong with its words, beyond what is known of them. */
    private List<Fault> faults(Object query, List<Fault> known) {
        if (!(query instanceof CheckedQuery checked)) {
            return List.of();
        }
        Set<String> named = known.stream().map(Fault::pointer).collect(Collectors.toSet());
        try {
            checked.check(new ParameterReader(caller.get()));
            return List.of();
        } catch (ProblemException words) {
            return words.faults().stream()
                    .filter(fault -> !named.contains(fault.pointer()))
                    .toList();
        }
    }

    private static Object empty(Class<?> query) {
        try {
            return query.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException everyQueryCanBeMade) {
            throw new IllegalStateException(everyQueryCanBeMade);
        }
    }

    private static void set(Object query, String field, Object value) {
        try {
            query.getClass().getField(field).set(query, value);
        } catch (ReflectiveOperationException everyParameterIsPublic) {
            throw new IllegalStateException(everyParameterIsPublic);
        }
    }

    private static Address address(SimpleResourceInfo resource) {
        Map<String, Known> parameters = new TreeMap<>();
        boolean view = false;
        for (Method method : resource.getResourceClass().getMethods()) {
            if (method.getName().equals(resource.getMethodName())
                    && Arrays.equals(method.getParameterTypes(), resource.parameterTypes())) {
                view |= Representations.view(method.getGenericReturnType()) != null;
                for (Parameter parameter : method.getParameters()) {
                    add(parameter, parameters);
                }
            }
        }
        return new Address(parameters, view);
    }

    private static void add(Parameter parameter, Map<String, Known> parameters) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            parameters.put(
                    parameter.getAnnotation(QueryParam.class).value(),
                    new Known(null, "", parameter.getType(), parameter.getAnnotations()));
        } else if (parameter.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> type = parameter.getType(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.isAnnotationPresent(QueryParam.class)) {
                        parameters.putIfAbsent(
                                field.getAnnotation(QueryParam.class).value(),
                                new Known(
                                        parameter.getType(), field.getName(), field.getType(), field.getAnnotations()));
                    }
                }
            }
        }
    }
}
