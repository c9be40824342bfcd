package io.provincelink.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A request that a service has got, as the proxy sees it: like any other, but for breaking it off. The proxy breaks a request off
 * whenever its client is gone, also one whose answer the service has sent whole. Its connection may serve somebody else by then, and
 * Vert.x would close it all the same: that somebody would get a 502 for a client that hung up.
 */
final class SentRequest implements InvocationHandler {

    /** What has come already is read within a turn of the event loop. */
    private static final int SOON_MILLIS = 50;

    private final HttpClientRequest request;
    private final Vertx vertx;

    /** The end of the answer; null before its head. */
    private @Nullable Future<Void> whole;

    private SentRequest(HttpClientRequest request, Vertx vertx) {
        this.request = request;
        this.vertx = vertx;
        request.response().onSuccess(answer -> whole = answer.end());
    }

    static HttpClientRequest of(HttpClientRequest request, Vertx vertx) {
        return (HttpClientRequest) Proxy.newProxyInstance(
                SentRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                new SentRequest(request, vertx));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("reset")) {
            return breakOff();
        }
        try {
            Object result = method.invoke(request, arguments);
            return result == request ? proxy : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private boolean breakOff() {
        Future<Void> end = whole;
        if (end == null) {
            return request.reset();
        }
        if (!end.isComplete()) {
            // nobody reads it any more; what lies here unread may be all that was left of it
            request.response().result().resume();
            vertx.setTimer(SOON_MILLIS, soon -> {
                if (!end.isComplete()) {
                    request.reset();
                }
            });
        }
        return true;
    }
}
