package io.provincelink.gateway.proxy;

import io.provincelink.gateway.observation.Visit;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.TimeLeft;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.trace.Trace;
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
 * Headers that belong to one connection end here (RFC 9110 §7.6.1), what the services believe about the client's address is said by
 * the gateway alone, and what runs where behind the gateway is nobody's business.
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

    /** What the gateway itself has said by then, whatever the client's Connection names. */
    private static final List<String> OURS = List.of(TimeLeft.HEADER, Trace.PARENT_HEADER);

    private static final List<String> ABOUT_THE_SERVER = List.of("server", "via", "x-powered-by");

    /** Headers that may name an address of ours. */
    private static final List<String> ADDRESSES = List.of("location", "content-location", "link", "refresh");

    private final List<String> origins;

    /** @param origins of the services, such as {@code http://127.0.0.1:8081} */
    HeaderHygiene(List<String> origins) {
        this.origins = origins;
    }

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
        String problem = answer.headers().get(Problem.CODE_HEADER);
        if (problem != null) {
            answer.headers().remove(Problem.CODE_HEADER);
            Visit.isRefusedFor(problem);
        }
        ABOUT_THE_SERVER.forEach(answer.headers()::remove);
        ADDRESSES.forEach(name -> dropOrigins(answer.headers(), name));
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

    /** A path is enough: the client knows under which name it asked. */
    private void dropOrigins(MultiMap headers, String name) {
        if (!headers.contains(name)) {
            return;
        }
        List<String> paths = headers.getAll(name).stream()
                .map(value -> origins.stream().reduce(value, (text, origin) -> text.replace(origin + "/", "/")))
                .toList();
        headers.set(name, paths);
    }

    private static void dropNominated(MultiMap headers) {
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String nominated : connection.split(",")) {
                String name = nominated.strip();
                if (!name.isEmpty() && OURS.stream().noneMatch(name::equalsIgnoreCase)) {
                    headers.remove(name);
                }
            }
        }
        OF_ONE_CONNECTION.forEach(headers::remove);
    }
}
