package io.provincelink.gateway.proxy;

import io.provincelink.gateway.upstream.GatewaySettings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** How much may come in the body of a request. */
final class BodyLimit {

    /** By the path as it was sent, which is how it is routed; no other address takes files than these two. */
    private static final Pattern DOCUMENTS = Pattern.compile("/api/v1/agreements/[^/]+/documents/?");

    private static final Pattern LOADS = Pattern.compile("/api/v1/trade-loads/?");

    private BodyLimit() {}

    static long of(HttpServerRequest request, GatewaySettings settings) {
        if (request.method() != HttpMethod.POST) {
            return settings.bodyLimit().asLongValue();
        }
        if (isLoad(request)) {
            return settings.loadLimit().asLongValue();
        }
        boolean document = DOCUMENTS.matcher(request.path()).matches();
        return (document ? settings.documentLimit() : settings.bodyLimit()).asLongValue();
    }

    /** Whether it brings a file of trade figures, which takes the service some time also after its last byte. */
    static boolean isLoad(HttpServerRequest request) {
        return request.method() == HttpMethod.POST
                && LOADS.matcher(request.path()).matches();
    }

    /** Whether it may bring a file, which takes as long as the sender's network does. */
    static boolean isUpload(HttpServerRequest request, GatewaySettings settings) {
        return of(request, settings) > settings.bodyLimit().asLongValue();
    }

    /** The same, for people. */
    static long mebibytes(HttpServerRequest request, GatewaySettings settings) {
        return of(request, settings) >> 20;
    }
}
