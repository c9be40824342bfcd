package io.provincelink.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says a page's next address in the Link header too, for clients that page without reading bodies. A stream of all there is has no
 * next page.
 */
public final class NextLink {

    @ServerResponseFilter
    public void link(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isPage = !ListForms.isStream(response.getMediaType()) || PageRequest.isPageAsked(request.getUriInfo());
        if (isPage && response.getEntity() instanceof Page<?> page && page.next() != null) {
            response.getHeaders().add("Link", "<" + page.next() + ">; rel=\"next\"");
        }
    }
}
