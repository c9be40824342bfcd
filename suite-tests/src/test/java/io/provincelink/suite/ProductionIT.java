package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged applications where nobody says that they are on trial. */
class ProductionIT {

    private static final Path OUTPUTS = RunningSuite.newDirectory("in production");

    private static Process start(String module, Map<String, String> settings, String... jvm) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx160m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(jvm));
        command.addAll(List.of(
                "-jar",
                RunningSuite.ROOT
                        .resolve(module + "/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output(module).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static Path output(String module) {
        return OUTPUTS.resolve(module + ".out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "agreements-service", "exchanges-service", "trade-service"})
    void an_application_with_the_launchers_key_refuses_and_says_everything_at_once(String module) throws Exception {
        Process process = start(
                module,
                Map.of(
                        "QUARKUS_OIDC_PUBLIC_KEY", "MIIBIjANBgkq",
                        "QUARKUS_OIDC_TOKEN_ISSUER", "urn:provincelink:local:0",
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "http://login.example.org",
                        "QUARKUS_HTTP_CORS_ENABLED", "true",
                        "QUARKUS_HTTP_CORS_ORIGINS", "*",
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none",
                        "QUARKUS_LOG_CATEGORY__IO_QUARKUS_OIDC__LEVEL", "DEBUG"),
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(78);
        assertThat(RunningSuite.read(output(module)).lines())
                .filteredOn(line -> !line.startsWith("Listening for transport"))
                .hasSize(8)
                .first()
                .isEqualTo(module + " does not start:");
        assertThat(RunningSuite.read(output(module)))
                .contains("quarkus.oidc.public-key", "local launcher's issuer", "http://login.example.org")
                .contains("quarkus.http.cors.origins", "debugger", "quarkus.datasource.password", "io.quarkus.oidc")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void it_starts_with_an_identity_server_that_is_down_and_serves_what_is_public() throws Exception {
        int port = RunningSuite.freePort();
        Process gateway = start(
                "gateway",
                Map.of(
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "https://127.0.0.1:" + RunningSuite.freePort(),
                        "QUARKUS_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_MANAGEMENT_PORT", String.valueOf(RunningSuite.freePort())));
        try {
            awaitListening(gateway);
            assertThat(get(port, null).statusCode()).isEqualTo(200);
            HttpResponse<String> unchecked = get(port, "e30.e30.e30");
            assertThat(unchecked.statusCode()).isEqualTo(503);
            assertThat(unchecked.body()).contains("urn:provincelink:problem:token-not-checked");
            assertThat(unchecked.headers().firstValue("Retry-After")).contains("5");
        } finally {
            gateway.destroy();
            if (!gateway.waitFor(30, TimeUnit.SECONDS)) {
                gateway.destroyForcibly();
            }
        }
    }

    private static void awaitListening(Process gateway) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!RunningSuite.read(output("gateway")).contains("Listening on")) {
            assertThat(gateway.isAlive() && System.nanoTime() < deadline)
                    .as(RunningSuite.read(output("gateway")))
                    .isTrue();
            RunningSuite.pause(100);
        }
    }

    private static HttpResponse<String> get(int port, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/openapi"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
