package io.provincelink.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.gateway.OwnDatabase;
import io.provincelink.gateway.Surroundings;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(OwnDatabase.class)
class OwnTokenTest {

    @Inject
    OidcClients clients;

    private OwnToken token(@Nullable Path file, @Nullable String server) {
        OwnTokenSettings settings = new OwnTokenSettings() {
            @Override
            public Optional<String> tokenFile() {
                return Optional.ofNullable(file).map(Path::toString);
            }

            @Override
            public Optional<Server> oidc() {
                return Optional.ofNullable(server).map(Known::new);
            }
        };
        return new OwnToken(settings, clients);
    }

    private record Known(String url) implements OwnTokenSettings.Server {
        @Override
        public String clientId() {
            return "gateway";
        }

        @Override
        public String clientSecret() {
            return "secret";
        }
    }

    @Test
    void isAsItsFileIsAtPresent() throws IOException {
        Path file = Files.createTempFile("gateway", ".jwt");
        OwnToken token = token(file, null);
        Files.writeString(file, "first\n");
        assertThat(token.authorization()).isEqualTo("Bearer first");
        Files.writeString(file, "second\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(token.authorization()).isEqualTo("Bearer second");
        Files.delete(file);
        assertThatThrownBy(token::authorization).isInstanceOf(IOException.class);
    }

    @Test
    void isGivenByAnOidcServerAndKeptWhileItIsGood() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        Vertx vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    String self = "http://127.0.0.1:" + request.localAddress().port();
                    boolean wanted = request.path().equals("/token");
                    if (wanted) {
                        asked.add(body.toString());
                    }
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(
                                    wanted
                                            ? "{\"access_token\":\"given" + asked.size() + "\",\"expires_in\":"
                                                    + (asked.size() == 1 ? 10 : 300) + "}"
                                            : "{\"token_endpoint\":\"" + self + "/token\",\"issuer\":\"" + self
                                                    + "\"}");
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        try {
            OwnToken token = token(null, "http://127.0.0.1:" + server.actualPort());
            assertThat(token.authorization()).isEqualTo("Bearer given1");
            assertThat(token.authorization()).as("the first is at its end soon").isEqualTo("Bearer given2");
            assertThat(token.authorization()).isEqualTo("Bearer given2");
            assertThat(asked).hasSize(2).allMatch(body -> body.contains("grant_type=client_credentials"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
        assertThatThrownBy(token(null, "http://127.0.0.1:9")::authorization).isInstanceOf(IOException.class);
        assertThatThrownBy(token(null, null)::authorization).isInstanceOf(IOException.class);
    }
}
