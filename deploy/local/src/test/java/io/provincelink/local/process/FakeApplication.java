package io.provincelink.local.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Behaves towards the launcher as the real applications do, and does nothing else. */
public final class FakeApplication {
    private FakeApplication() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer management = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        management.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        management.start();
        System.out.println("listening on " + port);
        while (System.in.read() >= 0) {
            // Nobody ever writes to this pipe.
        }
        System.exit(0);
    }
}
