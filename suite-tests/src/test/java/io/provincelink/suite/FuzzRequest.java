package io.provincelink.suite;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One made-up request, which can be sent and shown.
 *
 * @param target path and query
 * @param person whose token goes with it: as the launcher calls its file, or a region and roles; null without one
 */
record FuzzRequest(String method, String target, @Nullable String person, Map<String, String> headers, byte[] body) {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int SHOWN = 600;

    HttpRequest at(int port, UnaryOperator<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(LONGEST)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (person != null) {
            request.header("Authorization", "Bearer " + token.apply(person));
        }
        return request.build();
    }

    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    /** All of it, so that it can be sent again by hand. */
    String whole() {
        StringBuilder text = new StringBuilder(method + " " + target + "\n");
        if (person != null) {
            text.append("Authorization: Bearer of ").append(person).append('\n');
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.append('\n')
                .append(new String(body, StandardCharsets.UTF_8))
                .append('\n')
                .toString();
    }

    @Override
    public String toString() {
        return shortened(whole().strip().replace("\n", "\n    "));
    }

    static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
