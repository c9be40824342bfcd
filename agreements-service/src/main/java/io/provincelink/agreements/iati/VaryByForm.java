package io.provincelink.agreements.iati;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells caches that a list of projects has two forms; what is read one by one says so with its ETag. */
public final class VaryByForm {

    @ServerResponseFilter
    public void vary(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().endsWith("/assistance-projects")
                && !response.getHeaders().containsKey(HttpHeaders.VARY)) {
            response.getHeaders().putSingle(HttpHeaders.VARY, "Authorization, Accept, Accept-Encoding");
        }
    }
}
