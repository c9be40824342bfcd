package io.provincelink.gateway.upstream;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One process that answers for a service, and what the gateway knows of its health. Used by all event loops. */
final class Instance {

    private final String host;
    private final int port;
    private final boolean tls;
    private final SocketAddress address;
    private final AtomicInteger outstanding = new AtomicInteger();

    /** Until it is known better. */
    private volatile boolean ready = true;

    private volatile @Nullable Instant since;

    /**
     * @param url under which the service is known; its host is what a certificate must name
     * @param address where this instance is, as an IP address or, where nobody has looked it up yet, as a name
     */
    Instance(URI url, String address) {
        this.host = url.getHost();
        this.tls = "https".equals(url.getScheme());
        this.port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        this.address = SocketAddress.inetSocketAddress(port, address.replaceAll("[\\[\\]]", ""));
    }

    RequestOptions request(HttpMethod method, String uri) {
        return new RequestOptions()
                .setMethod(method)
                .setServer(address)
                .setHost(host)
                .setPort(port)
                .setSsl(tls)
                .setURI(uri);
    }

    /** Counts a request from now until its answer has come whole or was broken off. */
    void begin(HttpClientRequest request) {
        outstanding.incrementAndGet();
        request.response()
                .onSuccess(answer -> answer.end().onComplete(over -> outstanding.decrementAndGet()))
                .onFailure(none -> outstanding.decrementAndGet());
    }

    int outstanding() {
        return outstanding.get();
    }

    boolean isReady() {
        return ready;
    }

    /** @return whether it was not before */
    boolean becomes(boolean nowReady) {
        boolean before = ready;
        ready = nowReady;
        if (since == null || before != nowReady) {
            since = Instant.now();
        }
        return before != nowReady;
    }

    /** Since when it is as it is; null until anybody found out. */
    @Nullable
    Instant since() {
        return since;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
