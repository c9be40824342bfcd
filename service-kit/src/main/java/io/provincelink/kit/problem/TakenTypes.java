package io.provincelink.kit.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which media types an address reads, for whoever sent another one. The framework refuses that before it knows what it would read. */
@Singleton
public class TakenTypes {

    private final List<Operation> operations = new ArrayList<>();

    public TakenTypes(BeanManager beans, @ConfigProperty(name = "quarkus.rest.path", defaultValue = "/") String root) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(type -> Arrays.stream(type.getMethods()).forEach(method -> add(root, type, method)));
    }

    private record Operation(String method, Pattern address, List<String> types) {}

    private void add(String root, Class<?> resource, Method method) {
        Consumes ofClass = resource.getAnnotation(Consumes.class);
        Consumes consumes = method.isAnnotationPresent(Consumes.class) ? method.getAnnotation(Consumes.class) : ofClass;
        List<String> types = consumes == null ? List.of(MediaType.APPLICATION_JSON) : List.of(consumes.value());
        Path path = method.getAnnotation(Path.class);
        String address =
                root + "/" + resource.getAnnotation(Path.class).value() + (path == null ? "" : "/" + path.value());
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                operations.add(new Operation(http.value(), pattern(address), types));
            }
        }
    }

    /** One segment for each name in braces. */
    private static Pattern pattern(String template) {
        return Pattern.compile(Arrays.stream(template.replaceAll("/{2,}", "/").split("/"))
                        .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                        .collect(Collectors.joining("/"))
                + "/?");
    }

    /** @param path as it was sent: what is encoded divides nothing */
    List<String> of(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method.equals(method)
                        && operation.address.matcher(path).matches())
                .flatMap(operation -> operation.types.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
