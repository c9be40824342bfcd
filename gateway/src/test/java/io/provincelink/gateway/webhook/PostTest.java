package io.provincelink.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.destination.TargetSettings;
import io.provincelink.gateway.destination.Targets;
import io.provincelink.gateway.webhook.Outbox.Parcel;
import io.provincelink.kit.time.Today;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message and one receiver, which is everywhere that names lead to. */
class PostTest {

    private static final String NAME = "partner.example";

    @TempDir
    static Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> came = new ConcurrentLinkedQueue<>();

    /** A certificate of the partner's name that nobody has signed but itself. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        keytool("-genkeypair", "-alias", "x", "-keyalg", "EC", "-validity", "2", "-dname", "CN=" + NAME)
                .add("-ext", "san=dns:" + NAME)
                .run();
        keytool(
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "x",
                        "-file",
                        directory.resolve("x.pem").toString())
                .run();
    }

    private record Tool(List<String> command) {

        Tool add(String... more) {
            List<String> longer = new ArrayList<>(command);
            longer.addAll(List.of(more));
            return new Tool(longer);
        }

        void run() throws Exception {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
        }
    }

    private static Tool keytool(String... arguments) {
        return new Tool(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                        .toString()))
                .add(arguments)
                .add("-keystore", directory.resolve("x.p12").toString())
                .add("-storetype", "PKCS12", "-storepass", "secret");
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private int receiver(boolean secure, Handler<HttpServerRequest> handler) throws Exception {
        HttpServerOptions options = new HttpServerOptions();
        if (secure) {
            options.setSsl(true)
                    .setSni(true)
                    .setKeyCertOptions(new PfxOptions()
                            .setPath(directory.resolve("x.p12").toString())
                            .setPassword("secret"));
        }
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(request -> {
                    came.add(request.connection().indicatedServerName() + " " + request.getHeader("Host"));
                    handler.handle(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return server.actualPort();
    }

    private Post post(@Nullable Path trusted, String timeout) {
        TargetSettings exceptions = new TargetSettings() {
            @Override
            public Optional<List<String>> allowed() {
                return Optional.of(List.of("127.0.0.1/32"));
            }

            @Override
            public Optional<String> trusted() {
                return Optional.ofNullable(trusted).map(Path::toString);
            }
        };
        WebhookSettings settings = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("provincelink.gateway.webhooks.timeout", timeout), "test", 100))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(WebhookSettings.class)
                .build()
                .getConfigMapping(WebhookSettings.class);
        Targets targets = new Targets(host -> List.of(InetAddress.getByName("127.0.0.1")), exceptions);
        return new Post(vertx, targets, exceptions, new Today(Clock.systemUTC()), settings);
    }

    private static Attempt sent(Post post, String url) throws Exception {
        Message message = new Message("msg_1", "io.provincelink.ping", null, "{}");
        Parcel parcel = new Parcel(UUID.randomUUID(), message, url, 0, 0, Instant.now(), false, List.of(Secret.make()));
        return post.send(parcel).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void saysYes(HttpServerRequest request) {
        request.response().setStatusCode(204).end();
    }

    @Test
    void overTlsTheNameStaysThoughTheAddressIsConnected() throws Exception {
        int port = receiver(true, PostTest::saysYes);
        Attempt attempt = sent(post(directory.resolve("x.pem"), "9s"), "https://" + NAME + ":" + port + "/");
        assertThat(attempt.status()).isEqualTo(204);
        assertThat(came).containsExactly(NAME + " " + NAME + ":" + port);
    }

    @Test
    void aCertificateOfAnotherNameOrOfNobodyKnownIsRefused() throws Exception {
        int port = receiver(true, PostTest::saysYes);
        assertThat(sent(post(directory.resolve("x.pem"), "9s"), "https://other.example:" + port + "/")
                        .error())
                .isEqualTo("tls");
        assertThat(sent(post(null, "9s"), "https://" + NAME + ":" + port + "/").error())
                .isEqualTo("tls");
        assertThat(came).isEmpty();
    }

    @Test
    void whoDoesNotAnswerInTimeIsLeft() throws Exception {
        CompletableFuture<Void> left = new CompletableFuture<>();
        int port = receiver(false, request -> request.connection().closeHandler(left::complete));
        Attempt attempt = sent(post(null, "700ms"), "http://" + NAME + ":" + port + "/");
        assertThat(attempt.error()).isEqualTo("timeout");
        assertThat(attempt.durationMs()).isBetween(600L, 5_000L);
        left.get(5, TimeUnit.SECONDS);
    }

    @Test
    void anAnswerThatNeverEndsKeepsNobody() throws Exception {
        CompletableFuture<Void> left = new CompletableFuture<>();
        int port = receiver(false, request -> {
            request.connection().closeHandler(left::complete);
            request.response().setChunked(true).setStatusCode(200).write("a");
        });
        assertThat(sent(post(null, "700ms"), "http://" + NAME + ":" + port + "/")
                        .status())
                .isEqualTo(200);
        left.get(5, TimeUnit.SECONDS);
    }

    @Test
    void whoIsNotThereIsNotReached() throws Exception {
        int port = receiver(false, PostTest::saysYes);
        assertThat(sent(post(null, "9s"), "http://" + NAME + ":" + port + "/").status())
                .isEqualTo(204);
        assertThat(sent(post(null, "9s"), "http://127.0.0.1:1/").error()).isEqualTo("connection");
        assertThat(sent(post(null, "9s"), "http://" + NAME + "./").error()).isEqualTo("target-malformed");
    }
}
