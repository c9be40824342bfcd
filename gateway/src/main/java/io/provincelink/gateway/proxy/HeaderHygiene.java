package io.provincelink.gateway.proxy;

import io.provincelink.kit.caller.CurrentCaller;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/**
 * Headers that belong to one connection end here (RFC 9110 §7.6.1), and what the services believe about the client's address is
 * said by the gateway alone.
 */
final class HeaderHygiene implements ProxyInterceptor {

    private static final List<String> OF_ONE_CONNECTION = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "http2-settings");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest client = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        dropNominated(headers);
        // the gateway itself said 100 Continue
        headers.remove(HttpHeaders.EXPECT);
        // whom the suite's own messenger reads for is said by it alone
        headers.remove(CurrentCaller.ON_BEHALF_OF);
        List<String> spoofable = headers.names().stream()
                .filter(name -> name.regionMatches(true, 0, "x-forwarded", 0, 11)
                        || name.equalsIgnoreCase("forwarded")
                        || name.equalsIgnoreCase("x-real-ip"))
                .toList();
        spoofable.forEach(headers::remove);
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", client.scheme());
        HostAndPort asked = client.authority();
        if (asked != null) {
            headers.set("X-Forwarded-Host", asked.toString());
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        dropNominated(answer.headers());
        if (answer.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            // Our own server has put "identity" there, which would stand before what the service says and undo it.
            // Where the
            // service says nothing it stays, or the server would compress what has the tag of something plain.
            context.request().proxiedRequest().response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        int status = answer.getStatusCode();
        if (status == 304 || status == 204) {
            // Without a body there is nothing to frame; the proxy would announce chunks that never come.
            HttpServerResponse client = context.request().proxiedRequest().response();
            client.headersEndHandler(ready -> {
                client.headers().remove(HttpHeaders.TRANSFER_ENCODING);
                client.headers().remove(HttpHeaders.CONTENT_LENGTH);
            });
        }
        return context.sendResponse();
    }

    private static void dropNominated(MultiMap headers) {
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String nominated : connection.split(",")) {
                if (!nominated.isBlank()) {
                    headers.remove(nominated.strip());
                }
            }
        }
        OF_ONE_CONNECTION.forEach(headers::remove);
    }
}
