package io.provincelink.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls the gateway. HttpURLConnection and not java.net.http: the launcher stays in memory beside the suite, and this one needs
 * neither a TLS context nor threads of its own.
 */
final class PublicApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TIMEOUT_MILLIS = 30_000;

    /**
     * @param retryAfterSeconds 0 where the answer does not say
     * @param body parsed, or missing where the answer is not JSON
     */
    record Answer(int status, @Nullable String etag, int retryAfterSeconds, JsonNode body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    private final URI base;

    PublicApi(URI base) {
        this.base = base;
    }

    Answer call(String method, String path, Map<String, String> headers, byte @Nullable [] body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) base.resolve(path).toURL().openConnection();
        try {
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod(method);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Accept-Language", "en");
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                connection.setRequestProperty("Content-Type", "application/json");
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            return read(connection);
        } finally {
            connection.disconnect();
        }
    }

    private static Answer read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        byte[] bytes = new byte[0];
        if (stream != null) {
            try (stream) {
                bytes = stream.readAllBytes();
            }
        }
        return new Answer(
                status,
                connection.getHeaderField("ETag"),
                connection.getHeaderFieldInt("Retry-After", 0),
                parsed(bytes));
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
