package io.provincelink.gateway;

import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Addresses at which tests may start services, and the key of the tests' tokens. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        settings.put("provincelink.gateway.deadline", "1s");
        settings.put("provincelink.gateway.silence", "4s");
        settings.put("provincelink.gateway.body-time", "5s");
        settings.put("provincelink.gateway.composition.deadline", "1s");
        settings.put("provincelink.gateway.feed.deadline", "1s");
        settings.put("provincelink.gateway.feed.pause", "100ms");
        settings.put("provincelink.gateway.feed.most-waiting", "5");
        settings.put("provincelink.gateway.feed.most-waiting-each", "4");
        settings.put("provincelink.gateway.feed.asked-at-once", "2");
        // whoever keeps a connection for nothing is found out by the next request
        settings.put("provincelink.gateway.connections-per-instance", "1");
        // a service that is played is never asked how it is, and however badly it does it is asked again
        settings.put("provincelink.gateway.health.interval", "1h");
        settings.put("provincelink.gateway.breaker.requests", "10000");
        settings.put("provincelink.gateway.limits.client.requests", "1000000");
        settings.put("provincelink.gateway.limits.anonymous.requests", "1000000");
        settings.put("provincelink.gateway.admission.requests-per-instance", "1000");
        settings.put("provincelink.gateway.admission.requests-per-caller", "1000000");
        for (String service : new String[] {"agreements", "exchanges", "trade"}) {
            settings.put("provincelink.gateway." + service + ".url", "http://127.0.0.1:" + freePort());
        }
        return settings;
    }

    /** Below the ports that the system gives to outgoing connections, or one of these could take it between two tests. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // try another one
            }
        }
    }

    @Override
    public void stop() {}
}
