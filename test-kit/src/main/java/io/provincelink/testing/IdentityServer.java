package io.provincelink.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An OIDC server as far as a service sees one: its discovery document and its keys, which come and go. */
public final class IdentityServer implements AutoCloseable {

    private final int port;
    private final Map<String, SigningKey> published = new ConcurrentSkipListMap<>();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile boolean hanging;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /**
     * A key and what it signs with.
     *
     * @param id its {@code kid}
     */
    public record SigningKey(String id, SignatureAlgorithm algorithm, KeyPair pair) {

        public static SigningKey rsa(String id, SignatureAlgorithm algorithm) {
            return new SigningKey(id, algorithm, pair("RSA", 2048));
        }

        public static SigningKey ellipticCurve(String id) {
            return new SigningKey(id, SignatureAlgorithm.ES256, pair("EC", 256));
        }

        private static KeyPair pair(String kind, int size) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
                generator.initialize(size);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    /** On a free port, up at once. */
    public IdentityServer() {
        this.port = start(0);
    }

    /** What {@code quarkus.oidc.auth-server-url} is to say; also the issuer. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public void publish(SigningKey key) {
        published.put(key.id(), key);
    }

    public void withdraw(SigningKey key) {
        published.remove(key.id());
    }

    /** How often its keys were read. */
    public int readings() {
        return readings.get();
    }

    /** A token of somebody of this region, signed with this key, published or not. */
    public String token(SigningKey key, String region, String... roles) {
        return Jwt.claims()
                .issuer(address())
                .audience(Tokens.AUDIENCE)
                .subject("somebody of " + region)
                .claim("azp", "tests")
                .claim("region", region)
                .claim("body", "Foreign affairs department of " + region)
                .claim("roles", Set.of(roles))
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(key.id())
                .algorithm(key.algorithm())
                .sign(key.pair().getPrivate());
    }

    /** Comes up again at the same address. */
    public void start() {
        if (server == null) {
            start(port);
        }
    }

    private int start(int wanted) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            made.createContext("/.well-known/openid-configuration", this::discovery);
            made.createContext("/keys", this::keys);
            threads = Executors.newFixedThreadPool(2);
            made.setExecutor(threads);
            made.start();
            server = made;
            return made.getAddress().getPort();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** Goes on to take requests and answers none, as when its own database hangs. */
    public void hang() {
        hanging = true;
    }

    /** Goes down, as for maintenance. */
    public void stop() {
        if (server != null && threads != null) {
            server.stop(0);
            hanging = false;
            threads.shutdownNow();
            server = null;
        }
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/login"}""".formatted(address()));
    }

    private void keys(HttpExchange exchange) throws IOException {
        readings.incrementAndGet();
        if (hanging) {
            // the exchange is never ended; its connection goes with the server
            return;
        }
        answer(
                exchange,
                published.values().stream()
                        .map(IdentityServer::json)
                        .collect(Collectors.joining(",", "{\"keys\":[", "]}")));
    }

    private static String json(SigningKey key) {
        try {
            PublicJsonWebKey jwk =
                    PublicJsonWebKey.Factory.newPublicJwk(key.pair().getPublic());
            jwk.setKeyId(key.id());
            jwk.setUse("sig");
            jwk.setAlgorithm(key.algorithm().getAlgorithm());
            return jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException ourOwnKey) {
            throw new IllegalStateException(ourOwnKey);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
