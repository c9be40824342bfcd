package io.provincelink.suite;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.provincelink.client.ChangesApi;
import io.provincelink.client.OfflineApi;
import io.provincelink.client.http.ApiClient;
import io.provincelink.client.http.ApiException;
import io.provincelink.client.model.ChangeItem;
import io.provincelink.client.model.Feed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** A phone that keeps agreements and programmes as docs/offline.md says, with the client generated from the contract. */
final class Phone {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPES = "AGREEMENT,PROGRAMME";

    /** Small, so that a day takes several pages. */
    private static final int PAGE = 3;

    private final ChangesApi changes;
    private final OfflineApi offline;
    private final String region;
    private final Map<String, JsonNode> records = new TreeMap<>();
    private String cursor = "";

    Phone(RunningSuite suite, String token, String region) {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + suite.port());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        this.changes = new ChangesApi(client);
        this.offline = new OfflineApi(client);
        this.region = region;
    }

    /** What it has, under the type and the id. */
    Map<String, JsonNode> records() {
        return records;
    }

    /** Once: the bundle. */
    void takeAlong() {
        try {
            File bundle = offline.getOfflineBundle(region);
            JsonNode end = MissingNode.getInstance();
            String start = "";
            for (String line : Files.readAllLines(bundle.toPath())) {
                JsonNode read = JSON.readTree(line);
                switch (read.at("/type").asText()) {
                    case "START" -> start = read.at("/cursor").asText();
                    case "END" -> end = read;
                    default -> keep(read.at("/type").asText(), read.at("/id").asText(), read.at("/record"));
                }
            }
            Files.delete(bundle.toPath());
            if (end.at("/records").asInt(-1) != records.size()) {
                throw new AssertionError("the download broke off");
            }
            cursor = start;
        } catch (ApiException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Then: the changes.
     *
     * @return how many there were
     */
    int follow() {
        int seen = 0;
        Feed page = page();
        while (!page.getItems().isEmpty()) {
            page.getItems().forEach(this::take);
            seen += page.getItems().size();
            cursor = page.getNextCursor();
            page = page();
        }
        return seen;
    }

    /** As when the line breaks down after a page was taken in and before its cursor was kept. */
    void takeAPageAndForgetIt() {
        page().getItems().forEach(this::take);
    }

    private Feed page() {
        try {
            return changes.listChanges(cursor, "record", PAGE, region, TYPES);
        } catch (ApiException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void take(ChangeItem item) {
        String type = item.getType();
        String id = item.getId().toString();
        switch (item.getOp()) {
            case CREATED, UPDATED -> keep(type, id, JSON.convertValue(item.getRecord(), new TypeReference<>() {}));
            case DELETED -> records.remove(key(type, id));
        }
    }

    private void keep(String type, String id, JsonNode record) {
        records.put(key(type, id), plain(record));
    }

    /** Numbers as they are after one reading, whatever class they had. */
    static JsonNode plain(JsonNode record) {
        try {
            return JSON.readTree(JSON.writeValueAsString(record));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    static String key(String type, String id) {
        return type + " " + id;
    }
}
