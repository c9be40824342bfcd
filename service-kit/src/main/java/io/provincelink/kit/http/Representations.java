package io.provincelink.kit.http;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Small answers for small devices: {@code ?fields=} on whatever answers with a view or a page of views, and 304 for all that has no version. */
public final class Representations {

    /** Response filters run in descending order; this one after {@link NextLink}, which looks at the page. */
    private static final int LATE = 1_000;

    private final Representation representation;

    public Representations(Representation representation) {
        this.representation = representation;
    }

    @ServerRequestFilter
    public void select(ContainerRequestContext request, ResourceInfo resource) {
        List<String> fields = request.getUriInfo().getQueryParameters().get(ContractFilter.FIELDS);
        if (fields != null && isRead(request)) {
            Class<?> view = view(resource.getResourceMethod().getGenericReturnType());
            if (view != null) {
                representation.select(fields, view);
            }
        }
    }

    @ServerResponseFilter(priority = LATE)
    public void represent(ContainerRequestContext request, ContainerResponseContext response) {
        Object answer = response.getEntity();
        if (answer == null || response.getStatus() != RestResponse.Status.OK.getStatusCode() || !isRead(request)) {
            return;
        }
        if (answer instanceof Page<?> && ListForms.isStream(response.getMediaType())) {
            stream(response);
            return;
        }
        Object shown = representation.shown(answer);
        // a list, a composition, whatever has no version of its own
        boolean isUntagged = !response.getHeaders().containsKey(HttpHeaders.ETAG)
                && (answer instanceof Record || answer instanceof Collection<?>)
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        if (isUntagged) {
            tag(request, response, representation.written(shown));
        } else if (shown != answer) {
            response.setEntity(shown);
        }
    }

    /** What is sent while it is read is known to nobody beforehand, so it has no ETag; the fields are picked by {@link ListWriter}. */
    private static void stream(ContainerResponseContext response) {
        vary(response);
        if (ListForms.isTable(response.getMediaType())) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ListForms.TABLE_AS_SENT);
        }
    }

    private void tag(ContainerRequestContext request, ContainerResponseContext response, String written) {
        ETag tag = representation.tag(written);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag.toString());
        vary(response);
        if (tag.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(RestResponse.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else {
            // written once: what was hashed is what is sent
            response.setEntity(new RawValue(written));
        }
    }

    /** On what every representation depends, beside what the operation itself has said. */
    private static void vary(ContainerResponseContext response) {
        Object said = response.getHeaders().getFirst(HttpHeaders.VARY);
        boolean isMore = said != null && !said.equals(Conditional.VARY);
        response.getHeaders().putSingle(HttpHeaders.VARY, isMore ? Conditional.VARY + ", " + said : Conditional.VARY);
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** The view that a method answers with, alone or in a page; null when it answers with something else. */
    static @Nullable Class<?> view(Type type) {
        if (type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1) {
            return view(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> simple && ContractFilter.isView(simple.getSimpleName()) ? simple : null;
    }
}
