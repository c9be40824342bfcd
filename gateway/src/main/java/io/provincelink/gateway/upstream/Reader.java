package io.provincelink.gateway.upstream;

import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who asks for a composed answer, and what they have of it already. */
public class Reader {

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "ETag that the reader has; 304 when it is still true.")
    public @Nullable String known;

    @HeaderParam(HttpHeaders.AUTHORIZATION)
    @Parameter(hidden = true)
    public @Nullable String authorization;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Parameter(hidden = true)
    public @Nullable String language;

    @HeaderParam(HttpHeaders.ACCEPT_ENCODING)
    @Parameter(hidden = true)
    public @Nullable String codings;

    /** The services apply this caller's rights. */
    public OnBehalfOf caller() {
        return new OnBehalfOf(authorization, language);
    }

    public <T> RestResponse<T> answered(Composed<T> composed) {
        return composed.response(known, codings);
    }
}
