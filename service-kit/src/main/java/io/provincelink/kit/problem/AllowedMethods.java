package io.provincelink.kit.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which methods an address takes, for OPTIONS and for the Allow header of a 405. The framework says it of all addresses of a resource
 * together, or not at all.
 */
@Singleton
public class AllowedMethods {

    private final List<Operation> operations = new ArrayList<>();

    public AllowedMethods(BeanManager beans, @ConfigProperty(name = "quarkus.rest.path") String root) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(type -> {
                    for (Method method : type.getMethods()) {
                        add(root + "/" + type.getAnnotation(Path.class).value(), method);
                    }
                });
    }

    private record Operation(Pattern address, String method) {}

    private void add(String resource, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                Path path = method.getAnnotation(Path.class);
                operations.add(
                        new Operation(address(path == null ? resource : resource + "/" + path.value()), http.value()));
            }
        }
    }

    /** One segment for each name in braces. */
    private static Pattern address(String template) {
        return Pattern.compile(Arrays.stream(template.split("/"))
                        .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                        .collect(Collectors.joining("/"))
                + "/?");
    }

    /** @param path as it was sent: what is encoded divides nothing */
    Set<String> of(String path) {
        Set<String> allowed = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.address().matcher(path).matches()) {
                allowed.add(operation.method());
                allowed.add(HttpMethod.OPTIONS);
                if (operation.method().equals(HttpMethod.GET)) {
                    allowed.add(HttpMethod.HEAD);
                }
            }
        }
        return allowed;
    }

    /** Where there is nothing, that is for the framework to say. */
    @ServerRequestFilter(preMatching = true)
    public @Nullable RestResponse<Void> options(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> allowed = of(request.getUriInfo().getRequestUri().getRawPath());
        return allowed.isEmpty()
                ? null
                : RestResponse.ResponseBuilder.<Void>noContent()
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                        .build();
    }
}
