package io.provincelink.gateway.proxy;

import io.provincelink.gateway.upstream.SecondTry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** A read without a body, which could not be sent again, is tried a second time. Stands last, right before the connection. */
final class Repeating implements ProxyInterceptor {

    private final Vertx vertx;

    Repeating(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpMethod method = context.request().getMethod();
        boolean safe = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return safe && context.request().getBody() == null
                ? SecondTry.of(vertx, context::sendRequest)
                : context.sendRequest();
    }
}
