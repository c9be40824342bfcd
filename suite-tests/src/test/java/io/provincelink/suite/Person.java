package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the running suite, with a token or without. */
record Person(RunningSuite suite, @Nullable String token) {

    static Person of(RunningSuite suite, String region, String... roles) {
        return new Person(suite, SuiteTokens.of(suite, region, roles));
    }

    static Person anybody(RunningSuite suite) {
        return new Person(suite, null);
    }

    RunningSuite.Answer get(String path) {
        return send("GET", path, Map.of(), null);
    }

    /** As another media type. */
    RunningSuite.Answer get(String path, String accept) {
        return send("GET", path, Map.of("Accept", accept), null);
    }

    /** With more headers. */
    RunningSuite.Answer get(String path, Map<String, String> headers) {
        return send("GET", path, headers, null);
    }

    /** A page of the feed, from the beginning where the cursor is empty. */
    JsonNode changes(String cursor) {
        String after = cursor.isEmpty() ? "" : "&after=" + cursor;
        return get("/api/v1/changes?limit=200" + after).expect(200).json();
    }

    /** The cursor after all that this person has been told so far. */
    String endOfTheFeed() {
        JsonNode page = changes("");
        while (!page.at("/items").isEmpty()) {
            page = changes(page.at("/nextCursor").asText());
        }
        return page.at("/nextCursor").asText();
    }

    /** The bytes as they came over the line, compressed or a part of a file. */
    HttpResponse<byte[]> download(String path, Map<String, String> headers) {
        return suite.download(path, known(headers));
    }

    RunningSuite.Answer post(String path, String json) {
        return send("POST", path, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file. */
    RunningSuite.Answer upload(String path, byte[] file) {
        return send("POST", path, Map.of("Content-Type", "application/octet-stream"), file);
    }

    /** Changes the version that is there now. */
    RunningSuite.Answer put(String path, String json) {
        return change("PUT", path, "application/json", json);
    }

    /** Puts what is not there yet. */
    RunningSuite.Answer putNew(String path, String json) {
        return send(
                "PUT",
                path,
                Map.of("Content-Type", "application/json", "If-None-Match", "*"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes the version that is there now. */
    RunningSuite.Answer patch(String path, String json) {
        return change("PATCH", path, "application/merge-patch+json", json);
    }

    /** Takes back the version that is there now. */
    RunningSuite.Answer delete(String path) {
        return send("DELETE", path, Map.of("If-Match", "*"), null);
    }

    private RunningSuite.Answer change(String method, String path, String type, String json) {
        return send(method, path, Map.of("Content-Type", type, "If-Match", "*"), json.getBytes(StandardCharsets.UTF_8));
    }

    private RunningSuite.Answer send(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        return suite.exchange(method, path, known(headers), body);
    }

    private Map<String, String> known(Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        return all;
    }
}
