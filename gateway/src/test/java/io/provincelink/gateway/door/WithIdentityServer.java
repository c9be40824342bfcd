package io.provincelink.gateway.door;

import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.IdentityServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway with an identity server in place of a fixed key, asked as often as a test can wait for; and open to one origin. */
public final class WithIdentityServer implements QuarkusTestProfile {

    static final IdentityServer SERVER = new IdentityServer();

    static final IdentityServer.SigningKey FIRST = IdentityServer.SigningKey.ellipticCurve("first");

    static final Duration BETWEEN_READINGS = Duration.ofMillis(300);

    static final String ORIGIN = "https://map.example.org";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Place.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** {@link Surroundings} without the fixed key. */
    public static final class Place implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(new Surroundings().start());
            settings.remove("quarkus.oidc.public-key");
            settings.remove("quarkus.oidc.token.issuer");
            settings.put("quarkus.oidc.auth-server-url", SERVER.address());
            settings.put("quarkus.oidc.token.forced-jwk-refresh-interval", BETWEEN_READINGS.toMillis() + "ms");
            settings.put("provincelink.identity.keys-for", "1s");
            settings.put("provincelink.identity.ask-again", "500ms");
            settings.put("quarkus.http.cors.enabled", "true");
            settings.put("quarkus.http.cors.origins", ORIGIN);
            SERVER.publish(FIRST);
            return settings;
        }

        @Override
        public void stop() {
            SERVER.stop();
        }
    }
}
