package io.provincelink.gateway.proxy;

import io.provincelink.gateway.upstream.Services;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Asks once more when a connection was refused or turned out to be dead before any byte of an answer: only what changes nothing,
 * and only without a body, which could not be sent again. Stands last, right before the connection.
 */
final class SecondTry implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Future<ProxyResponse> first = context.sendRequest();
        HttpMethod method = context.request().getMethod();
        boolean safe = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!safe || context.request().getBody() != null) {
            return first;
        }
        return first.recover(thrown -> thrown instanceof Services.Unreachable || thrown instanceof HttpClosedException
                ? context.sendRequest()
                : Future.failedFuture(thrown));
    }
}
