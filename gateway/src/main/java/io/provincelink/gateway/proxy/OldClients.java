package io.provincelink.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.Pipe;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * HTTP/1.0 knows no chunks: an answer of unknown length ends with the connection. The proxy itself would keep such an answer in
 * memory to learn its length, however long it is.
 */
final class OldClients implements ProxyInterceptor {

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        HttpServerRequest client = context.request().proxiedRequest();
        ProxyResponse answer = context.response();
        Body body = answer.getBody();
        int status = answer.getStatusCode();
        boolean endless = body != null && body.length() < 0 && status != 204 && status != 304;
        if (client.version() != HttpVersion.HTTP_1_0 || !endless) {
            return context.sendResponse();
        }
        HttpServerResponse response = client.response().setStatusCode(status);
        answer.headers().remove("Transfer-Encoding");
        response.headers().addAll(answer.headers());
        // the server would promise to keep the connection where the client asks it to
        response.headersEndHandler(ready -> response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        Pipe<Buffer> pipe = body.stream().pipe().endOnFailure(false);
        return pipe.to(response)
                .onFailure(brokenOff -> Exchange.of(context).breakOff())
                .onComplete(ended -> client.connection().close());
    }
}
