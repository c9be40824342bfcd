package io.provincelink.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged gateway alone, in front of services that a test plays. */
final class LoneGateway implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final int port = RunningSuite.freePort();
    private final Path log;
    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param settings more of them, by the names of environment variables */
    LoneGateway(String name, Map<String, String> settings) {
        log = RunningSuite.newDirectory("gateway of " + name).resolve("gateway.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        RunningSuite.ROOT
                                .resolve("gateway/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_PROFILE", "local",
                        "QUARKUS_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_MANAGEMENT_PORT", "0",
                        "QUARKUS_OIDC_PUBLIC_KEY", publicKey(),
                        "QUARKUS_OIDC_TOKEN_ISSUER", "urn:provincelink:test"));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("the gateway did not start:\n" + log());
            }
            pause(100);
        }
    }

    private boolean isReady() {
        try {
            return get("/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    HttpResponse<String> get(String path) {
        try {
            return http.send(request(path), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    CompletableFuture<HttpResponse<String>> ask(String path) {
        return http.sendAsync(request(path), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).build();
    }

    private URI uri(String path) {
        return URI.create(url() + path);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** SIGTERM, without waiting for the end. */
    void beginStop() {
        process.destroy();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException gone) {
            return "";
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String publicKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(keys.generateKeyPair().getPublic().getEncoded());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
        }
    }
}
