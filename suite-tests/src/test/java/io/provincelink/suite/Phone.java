package io.provincelink.suite;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.provincelink.client.ChangesApi;
import io.provincelink.client.DocumentsApi;
import io.provincelink.client.http.ApiClient;
import io.provincelink.client.http.ApiException;
import io.provincelink.client.http.ApiResponse;
import io.provincelink.client.model.AgreementTextView;
import io.provincelink.client.model.ChangeFeed;
import io.provincelink.client.model.ChangeItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** A phone that keeps agreements and programmes as docs/offline.md says, with the client generated from the contract. */
final class Phone {

    /** The bundle has no END: the line broke down before everything had come. */
    static final class BrokenOff extends Exception {
        private static final long serialVersionUID = 1;

        BrokenOff() {
            super("the download broke off");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPES = "AGREEMENT,PROGRAMME";
    private static final String AGREEMENT = "AGREEMENT";
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** Small, so that a day takes several pages. */
    private static final int PAGE = 3;

    private final Person owner;
    private final ApiClient client;
    private final ChangesApi changes;
    private final DocumentsApi documents;
    private final String region;
    private final Map<String, JsonNode> records = new TreeMap<>();
    private final Map<String, JsonNode> texts = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private String cursor = "";

    Phone(Person owner, String region) {
        this.owner = owner;
        this.region = region;
        this.client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + owner.suite().port());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + owner.token()));
        this.changes = new ChangesApi(client);
        this.documents = new DocumentsApi(client);
    }

    /** What it has, under the type and the id. */
    Map<String, JsonNode> records() {
        return records;
    }

    /** The agreements' texts, under the agreement's id and the language. */
    Map<String, JsonNode> texts() {
        return texts;
    }

    String cursor() {
        return cursor;
    }

    /** As when the phone was set up with another server. */
    void keepTheCursor(String other) {
        cursor = other;
    }

    /** Once: the bundle. */
    void takeAlong() throws BrokenOff {
        takeIn(fetchBundle());
    }

    /** The lines of the bundle, which the generated client cannot read: it takes a file for one JSON value. */
    String fetchBundle() {
        HttpResponse<byte[]> answer =
                owner.download("/api/v1/offline-bundle?region=" + region, Map.of("Accept-Encoding", "gzip"));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no bundle: " + answer.statusCode());
        }
        boolean packed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (var body = new ByteArrayInputStream(answer.body());
                var read = packed ? new GZIPInputStream(body) : body) {
            return new String(read.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** What was there before is given up only when the whole bundle has come. */
    void takeIn(String bundle) throws BrokenOff {
        Map<String, JsonNode> newRecords = new TreeMap<>();
        Map<String, JsonNode> newTexts = new TreeMap<>();
        String start = "";
        JsonNode end = MissingNode.getInstance();
        for (String line : bundle.split("\n")) {
            JsonNode read = line(line);
            String type = read.at("/type").asText();
            switch (type) {
                case "START" -> start = read.at("/cursor").asText();
                case "END" -> end = read;
                default -> {
                    String id = read.at("/id").asText();
                    newRecords.put(key(type, id), plain(read.at("/record")));
                    read.at("/texts")
                            .forEach(text ->
                                    newTexts.put(key(id, text.at("/language").asText()), plain(text)));
                }
            }
        }
        if (end.at("/records").asInt(-1) != newRecords.size()) {
            throw new BrokenOff();
        }
        records.clear();
        texts.clear();
        tags.clear();
        records.putAll(newRecords);
        texts.putAll(newTexts);
        cursor = start;
    }

    private static JsonNode line(String line) throws BrokenOff {
        try {
            return JSON.readTree(line);
        } catch (IOException half) {
            throw new BrokenOff();
        }
    }

    /**
     * Then: the changes. Where the server cannot go on from the cursor, everything anew.
     *
     * @return how many changes there were
     */
    int follow() throws BrokenOff {
        int seen = 0;
        try {
            ChangeFeed page = page();
            while (!page.getItems().isEmpty()) {
                page.getItems().forEach(this::take);
                seen += page.getItems().size();
                cursor = page.getNextCursor();
                page = page();
            }
        } catch (ApiException refused) {
            if (refused.getCode() != GONE) {
                throw new IllegalStateException(refused);
            }
            takeAlong();
        }
        return seen;
    }

    /** As when the line breaks down after a page was taken in and before its cursor was kept. */
    void takeAPageAndForgetIt() {
        try {
            page().getItems().forEach(this::take);
        } catch (ApiException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ChangeFeed page() throws ApiException {
        return changes.listChanges(cursor, "record", PAGE, region, TYPES, null, null);
    }

    private void take(ChangeItem item) {
        String type = item.getType();
        String id = item.getId().toString();
        switch (item.getOp()) {
            case CREATED, UPDATED -> keep(type, id, JSON.convertValue(item.getRecord(), new TypeReference<>() {}));
            case DELETED -> forget(type, id);
        }
    }

    private void forget(String type, String id) {
        records.remove(key(type, id));
        languagesKept(id).forEach(language -> forgetText(id, language));
    }

    private void keep(String type, String id, JsonNode record) {
        JsonNode before = records.put(key(type, id), plain(record));
        if (type.equals(AGREEMENT) && !files(record).equals(files(before == null ? record.path("none") : before))) {
            Set<String> languages = languagesKept(id);
            record.at("/documents")
                    .forEach(document -> languages.add(document.at("/language").asText()));
            languages.forEach(language -> fetchText(id, language));
        }
    }

    private static List<String> files(JsonNode record) {
        return record.at("/documents").findValuesAsText("sha256");
    }

    private Set<String> languagesKept(String agreement) {
        Set<String> languages = new TreeSet<>();
        for (JsonNode text : texts.values()) {
            String language = text.at("/language").asText();
            if (texts.containsKey(key(agreement, language))) {
                languages.add(language);
            }
        }
        return languages;
    }

    private void fetchText(String agreement, String language) {
        String key = key(agreement, language);
        try {
            ApiResponse<AgreementTextView> answer =
                    documents.getAgreementTextWithHttpInfo(agreement, language, null, tags.get(key));
            texts.put(key, plain(client.getObjectMapper().valueToTree(answer.getData())));
            answer.getHeaders().forEach((name, values) -> {
                if (name.equalsIgnoreCase("ETag")) {
                    tags.put(key, values.get(0));
                }
            });
        } catch (ApiException other) {
            if (other.getCode() == NOT_FOUND) {
                // no text in a scan; or the agreement itself is out of sight by now, as the feed will tell
                forgetText(agreement, language);
            } else if (other.getCode() != NOT_MODIFIED) {
                throw new IllegalStateException(other);
            }
        }
    }

    private void forgetText(String agreement, String language) {
        texts.remove(key(agreement, language));
        tags.remove(key(agreement, language));
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
