package io.provincelink.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.AssertTrue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Bean Validation violations as faults of the input. */
public final class ConstraintFaults {

    private static final Set<String> DERIVED = Set.of("inSomeLanguage", "rangeWellFormed", "inOrder", "consistent");

    private ConstraintFaults() {}

    /** A violated return value is our bug, a violated parameter the caller's. */
    static boolean areTheCallers(ConstraintViolationException thrown) {
        return thrown.getConstraintViolations().stream().noneMatch(violation -> {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
            return false;
        });
    }

    static List<Fault> of(ConstraintViolationException thrown) {
        return of(thrown.getConstraintViolations(), Set.of());
    }

    /**
     * @param unread pointers to values that are null only because they could not be read: that they are missing is no fault of its own,
     *     and a rule over several fields cannot be judged without them
     */
    public static List<Fault> of(Set<? extends ConstraintViolation<?>> violations, Set<String> unread) {
        return violations.stream()
                .filter(violation -> unread.isEmpty() || !restsOn(violation, unread))
                .map(violation -> Fault.said(pointer(violation), code(violation), violation.getMessage()))
                .toList();
    }

    /** What is wrong with the value of one query parameter. */
    public static List<Fault> ofParameter(String name, Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> Fault.said("?" + name, code(violation), violation.getMessage()))
                .toList();
    }

    private static boolean restsOn(ConstraintViolation<?> violation, Set<String> unread) {
        String pointer = pointer(violation);
        boolean ofSeveral = violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
        return unread.stream()
                .anyMatch(missing -> Fault.isAtOrBelow(pointer, missing)
                        || ofSeveral && missing.lastIndexOf('/') == pointer.length() && missing.startsWith(pointer));
    }

    private static String code(ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        if (template.startsWith("{provincelink.")) {
            return template.substring("{provincelink.".length(), template.length() - 1)
                    .replace('.', '-');
        }
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        boolean ofMethod = !nodes.isEmpty() && nodes.get(0).getKind() == ElementKind.METHOD;
        if (!ofMethod) {
            return json(nodes);
        }
        if (nodes.size() > 1 && nodes.get(1).getKind() == ElementKind.PARAMETER) {
            String named = parameter(
                    violation, nodes.get(1).as(Path.ParameterNode.class).getParameterIndex(), nodes);
            return named.isEmpty() ? json(nodes.subList(2, nodes.size())) : named;
        }
        return "";
    }

    /** {@code ?limit} for a query parameter, {@code Idempotency-Key:} for a header, empty for the body. */
    private static String parameter(ConstraintViolation<?> violation, int index, List<Path.Node> nodes) {
        // the root bean is a generated subclass whose methods carry no annotations
        for (Class<?> type = violation.getRootBeanClass(); type != Object.class; type = type.getSuperclass()) {
            for (var method : type.getDeclaredMethods()) {
                if (method.getName().equals(nodes.get(0).getName()) && method.getParameterCount() > index) {
                    String named = parameter(method.getParameters()[index], nodes);
                    if (!named.isEmpty()) {
                        return named;
                    }
                }
            }
        }
        return "";
    }

    private static String parameter(Parameter parameter, List<Path.Node> nodes) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return "?" + parameter.getAnnotation(QueryParam.class).value();
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return parameter.getAnnotation(HeaderParam.class).value() + ":";
        }
        if (parameter.isAnnotationPresent(PathParam.class)) {
            return "{" + parameter.getAnnotation(PathParam.class).value() + "}";
        }
        return parameter.isAnnotationPresent(BeanParam.class) && nodes.size() > 2
                ? "?" + nodes.get(2).getName()
                : "";
    }

    private static String json(List<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            boolean named = node.getName() != null && !node.getName().startsWith("<");
            if (named && !isDerived(node)) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** Rules over several fields are methods such as isInOrder(): the fault lies with the object that has them. */
    private static boolean isDerived(Path.Node node) {
        String name = node.getName();
        return node.getKind() == ElementKind.PROPERTY && DERIVED.contains(name);
    }
}
