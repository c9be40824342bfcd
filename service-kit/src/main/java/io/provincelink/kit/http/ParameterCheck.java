package io.provincelink.kit.http;

import io.provincelink.kit.problem.ConstraintFaults;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all parameters of an address before it is called, and names everything that is wrong with them at once: names that the address
 * does not know, values that cannot be read, constraints that are not met. A misspelt filter would else give the whole list.
 */
public class ParameterCheck {

    /** Read by a filter of all answers and declared by no method. */
    private static final List<String> KNOWN_EVERYWHERE = List.of("fields");

    private final ParameterConversion conversion = new ParameterConversion();
    private final Map<String, Map<String, Known>> known = new ConcurrentHashMap<>();
    private final Validator validator;

    public ParameterCheck(Validator validator) {
        this.validator = validator;
    }

    /**
     * A declared parameter.
     *
     * @param query the class of the bean that it is a field of, null for one of the method's own, whose constraints are met later
     */
    private record Known(@Nullable Class<?> query, String field, Class<?> type, Annotation[] annotations) {}

    @ServerRequestFilter
    public void check(UriInfo uri, SimpleResourceInfo resource) {
        Map<String, List<String>> given = uri.getQueryParameters();
        if (given.isEmpty() || resource.getResourceClass() == null) {
            return;
        }
        Map<String, Known> here = known.computeIfAbsent(
                resource.getResourceClass().getName() + "#" + resource.getMethodName()
                        + Arrays.toString(resource.parameterTypes()),
                method -> parameters(resource));
        List<Fault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            Known parameter = here.get(name);
            if (parameter != null) {
                faults.addAll(faults(name, parameter, values.get(0)));
            } else if (!KNOWN_EVERYWHERE.contains(name)) {
                faults.add(Fault.at("?" + name, "unknown-parameter", String.join(", ", here.keySet())));
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private List<Fault> faults(String name, Known parameter, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Object value = text;
        if (parameter.type != String.class) {
            ParamConverter<?> converter =
                    conversion.getConverter(parameter.type, parameter.type, parameter.annotations);
            if (converter == null) {
                return List.of();
            }
            try {
                value = converter.fromString(text);
            } catch (BadRequestException unreadable) {
                return unreadable.getCause() instanceof ProblemException problem ? problem.faults() : List.of();
            }
        }
        return parameter.query == null
                ? List.of()
                : ConstraintFaults.ofParameter(name, validator.validateValue(parameter.query, parameter.field, value));
    }

    private static Map<String, Known> parameters(SimpleResourceInfo resource) {
        Map<String, Known> parameters = new TreeMap<>();
        for (Method method : resource.getResourceClass().getMethods()) {
            if (method.getName().equals(resource.getMethodName())
                    && Arrays.equals(method.getParameterTypes(), resource.parameterTypes())) {
                for (Parameter parameter : method.getParameters()) {
                    add(parameter, parameters);
                }
            }
        }
        return parameters;
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
