package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Keycloak of its own on a free port of this machine, with the realm of {@code deploy/keycloak} and an empty database. */
final class Keycloak implements AutoCloseable {

    /** Where the build has unpacked it. */
    private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
    static final Path REALM = RunningSuite.ROOT.resolve("deploy/keycloak/provincelink-realm.json");
    private static final String ADMIN = "operator";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its first start on a slow machine also puts its parts together. */
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port = RunningSuite.freePort();
    private final String password = UUID.randomUUID().toString();
    private final Path output = HOME.resolveSibling("keycloak.out");
    private final Process process;

    private Keycloak() throws IOException {
        RunningSuite.delete(HOME.resolve("data"));
        Path imports = Files.createDirectories(HOME.resolve("data/import"));
        Files.copy(REALM, imports.resolve(REALM.getFileName()));
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("QUARKUS_"));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx384m",
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password));
        process = builder.start();
        // a test run that is broken off takes it along
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Begins to start, and returns at once. */
    static Keycloak starting() {
        try {
            return new Keycloak();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    Keycloak awaitReady() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                kill();
                throw new AssertionError("Keycloak did not start:\n" + RunningSuite.read(output));
            }
            RunningSuite.pause(300);
        }
        return this;
    }

    private boolean isReady() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(realm() + "/.well-known/openid-configuration"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The address of the realm, which is also its issuer. */
    String realm() {
        return server() + "/realms/provincelink";
    }

    private String server() {
        return "http://127.0.0.1:" + port;
    }

    /** What it answers to who wants a token. */
    record Grant(int status, JsonNode json) {

        String accessToken() {
            if (status != 200) {
                throw new AssertionError("no token: " + status + " " + json);
            }
            return json.at("/access_token").asText();
        }

        String refreshToken() {
            return json.at("/refresh_token").asText();
        }

        JsonNode claims() {
            try {
                return JSON.readTree(SuiteTokens.payload(accessToken()));
            } catch (IOException notJson) {
                throw new AssertionError(notJson);
            }
        }
    }

    Grant grant(Map<String, String> form) {
        return grant(realm(), form);
    }

    private Grant grant(String realm, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<String> answer = send(request);
        return new Grant(answer.statusCode(), json(answer));
    }

    /** A token for a client itself, by the secret that was made up when the realm was imported. */
    Grant asClient(String client) {
        return grant(
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secretOf(client)));
    }

    String secretOf(String client) {
        return admin("GET", "/clients/" + idOf(client) + "/client-secret", null)
                .at("/value")
                .asText();
    }

    private String idOf(String client) {
        return admin("GET", "/clients?clientId=" + client, null).at("/0/id").asText();
    }

    /** Somebody whom an administrator enters, with a password. */
    void addPerson(String name, String secret, String region, List<String> roles) {
        admin("POST", "/users", """
                {"username": "%s", "enabled": true, "attributes": {"region": ["%s"], "body": ["Office of %s"]},
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}""".formatted(name, region, region, secret));
        String id = admin("GET", "/users?exact=true&username=" + name, null)
                .at("/0/id")
                .asText();
        List<String> given = new ArrayList<>();
        for (String role : roles) {
            given.add(admin("GET", "/roles/" + role, null).toString());
        }
        admin("POST", "/users/" + id + "/role-mappings/realm", given.toString());
    }

    /** A new key that signs from now on; the older ones stay until {@link #removeOldKey}. */
    void addKey() {
        admin("POST", "/components", """
                {"name": "newer", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["200"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"]}}""");
    }

    void removeOldKey() {
        for (JsonNode provider : admin("GET", "/components?type=org.keycloak.keys.KeyProvider", null)) {
            if (provider.at("/providerId").asText().equals("rsa-generated")
                    && !provider.at("/name").asText().equals("newer")) {
                admin("DELETE", "/components/" + provider.at("/id").asText(), null);
            }
        }
    }

    /** As its operator, about the realm; a token of an operator is good for a minute, so each call takes a new one. */
    JsonNode admin(String method, String path, @Nullable String body) {
        String token = grant(
                        server() + "/realms/master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMIN,
                                "password",
                                password))
                .accessToken();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server() + "/admin/realms/provincelink" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("no answer", failed);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Its script may have started another process in its place, or none yet. */
    private void kill() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("Keycloak did not end");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        RunningSuite.delete(HOME.resolve("data"));
    }
}
