package io.provincelink.agreements.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import java.util.ArrayList;
import java.util.List;

/** Follows the change log as a partner's system would: keeps the cursor and asks what came after it. */
final class Follower {

    private final Api api;
    private final String parameters;
    private String cursor;

    /** Begins at what has happened until now. */
    Follower(Api api, String parameters) {
        this.api = api;
        this.parameters = parameters;
        this.cursor = api.get("/api/v1/changes?limit=1").expect(200).at("/nextCursor");
        while (!poll().isEmpty()) {
            // only what comes from here on is looked at
        }
    }

    /** The next stretch. */
    List<JsonNode> poll() {
        var answer = api.get("/api/v1/changes?after=" + cursor + parameters).expect(200);
        cursor = answer.at("/nextCursor");
        List<JsonNode> items = new ArrayList<>();
        answer.json().at("/items").forEach(items::add);
        return items;
    }

    /** Everything until now, as "op version" of each change of one record. */
    List<String> pollAll(String id) {
        List<String> told = new ArrayList<>();
        for (List<JsonNode> items = poll(); !items.isEmpty(); items = poll()) {
            items.stream()
                    .filter(item -> item.path("id").asText().equals(id))
                    .forEach(item -> told.add(item.path("op").asText() + " "
                            + item.path("version").asLong()));
        }
        return told;
    }

    String cursor() {
        return cursor;
    }
}
