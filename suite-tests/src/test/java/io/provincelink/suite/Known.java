package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** What answers showed so far: keys of records and versions, so that made-up requests meet records that there are. */
final class Known {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 40;
    private static final List<String> NAMES = List.of("id", "code", "documentId", "goalId", "person", "number");

    private final Map<String, List<String>> keys = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    /** Takes up what an answer to a request for this path shows. */
    void learn(Operation operation, String path, HttpResponse<byte[]> answer) {
        answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(path, tag));
        answer.headers().firstValue("Location").ifPresent(address -> {
            keep(operation.collection(), address.replaceAll("\\?.*", "").replaceAll(".*/", ""));
            answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(address, tag));
        });
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (operation.isRead() && answer.statusCode() == 200 && type.startsWith("application/json")) {
            try {
                JsonNode shown = JSON.readTree(answer.body());
                NAMES.forEach(name -> shown.findValuesAsText(name).stream()
                        .limit(8)
                        .forEach(key -> keep(operation.collection(), key)));
            } catch (IOException notJson) {
                // what the check of the answer says
            }
        }
    }

    private void keep(String collection, String key) {
        if (!key.isEmpty()) {
            List<String> kept = keys.computeIfAbsent(collection, first -> new ArrayList<>());
            synchronized (kept) {
                if (!kept.contains(key)) {
                    kept.add(key);
                }
                if (kept.size() > KEPT) {
                    kept.remove(0);
                }
            }
        }
    }

    /** A key of the collection's; now and then of another one's. Empty where nothing is known yet. */
    String key(String collection, Random random) {
        List<String> collections = List.copyOf(keys.keySet());
        if (collections.isEmpty()) {
            return "";
        }
        String from = keys.containsKey(collection) && random.nextInt(100) < 90
                ? collection
                : collections.get(random.nextInt(collections.size()));
        List<String> kept = keys.get(from);
        synchronized (kept) {
            return kept.get(random.nextInt(kept.size()));
        }
    }

    /** The version that was last seen of what is at this path, or at the record that it is a part of. */
    String tag(String path) {
        String at = path;
        while (!tags.containsKey(at) && at.lastIndexOf('/') > 0) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return tags.getOrDefault(at, "\"1\"");
    }
}
