package io.provincelink.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.testing.Tokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged trade service with a limited heap and Java's defaults otherwise. */
final class TradeService implements AutoCloseable {

    static final int HEAP_MIB = 512;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final int managementPort;
    private final Process process;

    /** @param root of the project, where everything is packaged */
    TradeService(Path root, Path log, Database database) throws IOException, InterruptedException {
        port = freePort();
        managementPort = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path jar = root.resolve("trade-service/target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(List.of(java, "-Xmx" + HEAP_MIB + "m", "-jar", jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.url(Database.SERVICE),
                        "QUARKUS_DATASOURCE_USERNAME",
                        Database.USER,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        Database.USER,
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        String.valueOf(managementPort),
                        "QUARKUS_PROFILE",
                        "local",
                        "QUARKUS_OIDC_PUBLIC_KEY",
                        Tokens.publicKey(),
                        "QUARKUS_OIDC_TOKEN_ISSUER",
                        Tokens.ISSUER));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady(log);
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(log).contains("Listening on")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the service did not start, see " + log);
            }
            Thread.sleep(100);
        }
    }

    /** Records a gate, as any client would. */
    void recordGate(String reporter, String json) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/gates", reporter, "editor")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        expect(201, http.send(request, BodyHandlers.ofString()));
    }

    /**
     * Sends a file and waits until it is taken in.
     *
     * @return the load as it ended
     */
    JsonNode load(String reporter, Path file) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/trade-loads", reporter, "statistician")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file))
                .build();
        String address = expect(202, http.send(request, BodyHandlers.ofString()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        long deadline = System.nanoTime() + LONGEST_LOAD.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode load = JSON.readTree(ask(question(address, reporter)));
            if (!load.path("status").asText().equals("RUNNING")) {
                return load;
            }
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        }
        throw new IllegalStateException("the load does not end: " + address);
    }

    /** A question of a reader of that region, signed, to be asked as often as its token is good for. */
    HttpRequest question(String address, String region) {
        return request(address, region, "statistician").GET().build();
    }

    /** The answer's body. */
    String ask(HttpRequest question) throws IOException, InterruptedException {
        return expect(200, http.send(question, BodyHandlers.ofString())).body();
    }

    /** What the service has spent on answers at this path by its own metrics, from the head of a request to the end of its answer. */
    double secondsSpent(String path) throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:" + managementPort + "/q/metrics");
        HttpRequest request = HttpRequest.newBuilder(metrics).GET().build();
        return expect(200, http.send(request, BodyHandlers.ofString()))
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_sum") && line.contains('"' + path + '"'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** The most memory that the process held at any time. */
    long peakMib() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private HttpRequest.Builder request(String address, String region, String role) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Authorization", "Bearer " + Tokens.of(region, role));
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
