package io.provincelink.gateway;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service behind the gateway, played by a test: up with {@link #answering}, down until then and after {@link #stop}. */
public final class FakeService {

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));

    private final int port;
    private final List<Supplier<Future<Void>>> running = new ArrayList<>();

    private FakeService(String name) {
        String url = ConfigProvider.getConfig().getValue("provincelink.gateway." + name + ".url", String.class);
        port = URI.create(url).getPort();
    }

    public static FakeService agreements() {
        return new FakeService("agreements");
    }

    public static FakeService exchanges() {
        return new FakeService("exchanges");
    }

    public static FakeService trade() {
        return new FakeService("trade");
    }

    /** Answers every request with this. */
    public FakeService answering(Handler<HttpServerRequest> handler) {
        stop();
        // as the services have it
        HttpServerOptions options = new HttpServerOptions().setMaxHeaderSize(16 * 1024);
        HttpServer server = started(
                () -> VERTX.createHttpServer(options).requestHandler(handler).listen(port, "127.0.0.1"));
        running.add(server::close);
        return this;
    }

    /** Answers every path with this JSON. */
    public FakeService answering(String json) {
        return answering(request ->
                request.response().putHeader("Content-Type", "application/json").end(json));
    }

    /** Takes connections and does with them whatever it likes. */
    public FakeService talking(Handler<NetSocket> handler) {
        stop();
        NetServer server =
                started(() -> VERTX.createNetServer().connectHandler(handler).listen(port, "127.0.0.1"));
        running.add(server::close);
        return this;
    }

    /** Takes requests and never answers. */
    public FakeService hanging() {
        return answering(request -> {});
    }

    public void stop() {
        running.forEach(close -> await(close.get()));
        running.clear();
    }

    /** The port of a server that was just stopped is free a moment later. */
    private static <T> T started(Supplier<Future<T>> start) {
        for (int i = 0; ; i++) {
            try {
                return await(start.get());
            } catch (IllegalStateException taken) {
                if (i == 50) {
                    throw taken;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
