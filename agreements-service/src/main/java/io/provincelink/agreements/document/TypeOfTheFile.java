package io.provincelink.agreements.document;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A file comes in the type that it has, which only its content decides; whatever types a reader names, there is no other to choose. */
public final class TypeOfTheFile {

    private static final Pattern FILE =
            Pattern.compile(".*/agreements/[^/]+/documents/[^/]+/(content|versions/[^/]+)/?");

    @ServerRequestFilter(preMatching = true)
    public void take(ContainerRequestContext request) {
        if (FILE.matcher(request.getUriInfo().getPath()).matches()) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }
}
