package io.provincelink.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One more packaged agreements-service on the database of a running suite, which takes that suite's tokens. */
final class ServiceInstance implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final int port = RunningSuite.freePort();
    private final RunningSuite suite;
    private final Path log;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;

    /** Starts it; {@link #awaitReady} says when it can be asked. */
    ServiceInstance(RunningSuite suite, String name) {
        this.suite = suite;
        this.log = RunningSuite.newDirectory("instance of " + name).resolve("service.log");
        this.process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** What makes an application take the tokens of the suite. */
    static Map<String, String> trust(RunningSuite suite) {
        return Map.of(
                "QUARKUS_OIDC_PUBLIC_KEY", SuiteTokens.publicKey(suite),
                "QUARKUS_OIDC_TOKEN_ISSUER",
                        RunningSuite.read(suite.data().resolve("secrets/issuer"))
                                .strip());
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        RunningSuite.ROOT
                                .resolve("agreements-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> settings = new HashMap<>(trust(suite));
        settings.putAll(Map.of(
                "QUARKUS_PROFILE",
                "local",
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "QUARKUS_MANAGEMENT_PORT",
                "0",
                "QUARKUS_DATASOURCE_USERNAME",
                "agreements",
                "QUARKUS_DATASOURCE_PASSWORD",
                password(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/agreements"));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private String password() {
        Properties passwords = new Properties();
        try (var in = Files.newBufferedReader(suite.data().resolve("secrets/database-passwords.properties"))) {
            passwords.load(in);
            return passwords.getProperty("agreements");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String databasePort() {
        List<String> lines = RunningSuite.read(suite.data().resolve("postgres/postmaster.pid"))
                .lines()
                .toList();
        return lines.get(3).strip();
    }

    void awaitReady() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("the instance did not start:\n" + RunningSuite.read(log));
            }
            LoneGateway.pause(100);
        }
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Sends it; the answer may never come. */
    CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void startAgain() {
        process = start();
        awaitReady();
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
