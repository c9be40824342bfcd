package io.provincelink.gateway.proxy;

import io.provincelink.gateway.upstream.GatewaySettings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** How much may come in the body of a request. */
final class BodyLimit {

    /** By the path as it was sent, which is how it is routed; no other address takes files. */
    private static final Pattern DOCUMENTS = Pattern.compile("/api/v1/agreements/[^/]+/documents/?");

    private BodyLimit() {}

    static long of(HttpServerRequest request, GatewaySettings settings) {
        boolean upload = request.method() == HttpMethod.POST
                && DOCUMENTS.matcher(request.path()).matches();
        return (upload ? settings.documentLimit() : settings.bodyLimit()).asLongValue();
    }

    /** The same, for people. */
    static long mebibytes(HttpServerRequest request, GatewaySettings settings) {
        return of(request, settings) >> 20;
    }
}
