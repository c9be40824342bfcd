package io.provincelink.trade.sdmx;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the headers of an answer where they belong, and says when there is nothing new. */
public final class SdmxHeaders {

    @ServerResponseFilter
    public void put(ContainerResponseContext response) {
        if (response.getEntity() instanceof SdmxAnswer answer) {
            answer.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
            if (answer.message() == null) {
                response.setStatus(RestResponse.Status.NOT_MODIFIED.getStatusCode());
                response.setEntity(null);
            }
        }
    }
}
