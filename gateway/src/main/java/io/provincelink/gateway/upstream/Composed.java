package io.provincelink.gateway.upstream;

import io.provincelink.kit.http.ETag;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An answer that was put together out of parts, with what tells its bytes from others. */
public record Composed<T>(T answer, ETag tag) {

    /**
     * The answer, or 304 for a reader who has it.
     *
     * @param known the If-None-Match header
     * @param codings the Accept-Encoding header
     */
    public RestResponse<T> response(@Nullable String known, @Nullable String codings) {
        ETag coded = tag.coded(codings);
        RestResponse.ResponseBuilder<T> response = coded.isIn(known)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(answer);
        // What is counted depends on who asks, so it is kept by that reader alone, and asked for again each time.
        return response.header(HttpHeaders.ETAG, coded.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Authorization, Accept, Accept-Encoding")
                .build();
    }
}
