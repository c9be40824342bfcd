package io.provincelink.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance of a service behind the gateway that does what a test wants of it. */
final class PlayedService implements AutoCloseable {

    /** What it does with a request, on a thread of its own. */
    interface Behaviour {
        void answer(HttpExchange request) throws Exception;
    }

    static {
        // or each answer would wait 40 ms for the acknowledgement of its own head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean ready = true;
    private volatile Behaviour behaviour = request -> answer(request, "{}");

    PlayedService() {
        this(0);
    }

    PlayedService(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/ready", request -> {
            request.sendResponseHeaders(ready ? 200 : 503, -1);
            request.close();
        });
        server.createContext("/api", request -> {
            asked.incrementAndGet();
            try {
                behaviour.answer(request);
            } catch (IOException | RuntimeException clientGone) {
                // the gateway gave it up
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            } finally {
                request.close();
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    PlayedService doing(Behaviour wanted) {
        behaviour = wanted;
        return this;
    }

    void isReady(boolean now) {
        ready = now;
    }

    int asked() {
        return asked.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    static void answer(HttpExchange request, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().set("Content-Type", "application/json");
        request.sendResponseHeaders(200, body.length);
        try (OutputStream out = request.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
