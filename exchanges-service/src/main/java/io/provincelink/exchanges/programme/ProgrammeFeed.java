package io.provincelink.exchanges.programme;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the feed of agreements-service without a token, so that nothing comes here but what everybody may read. */
@Singleton
class ProgrammeFeed {

    private static final String CHANGES = "/api/v1/changes?types=PROGRAMME&include=record&limit=200";
    private static final int GONE = 410;

    private final AgreementsSettings settings;
    private final ObjectMapper json;
    private final HttpClient client;

    ProgrammeFeed(AgreementsSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        // in one version of HTTP, so that no request asks for an upgrade first
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    boolean isThere() {
        return settings.url().isPresent();
    }

    /**
     * What happened after a cursor.
     *
     * @param cursor null from the beginning
     * @return empty when the cursor leads nowhere any more and everything has to be read anew
     * @throws IOException when there is no answer, or one that is none of a feed
     */
    Optional<FeedPage> after(@Nullable String cursor) throws IOException, InterruptedException {
        String query = cursor == null ? "" : "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        String service = settings.url().orElseThrow().toString().replaceFirst("/+$", "");
        URI address = URI.create(service + CHANGES + query);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() == GONE) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode() + " from " + address);
        }
        @Nullable FeedPage page = json.readValue(answer.body(), FeedPage.class);
        if (page == null) {
            throw new IOException("no feed from " + address);
        }
        return Optional.of(page);
    }
}
