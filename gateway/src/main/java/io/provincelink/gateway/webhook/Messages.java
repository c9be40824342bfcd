package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.gateway.feed.ChangeItem;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Writes events. */
@Singleton
class Messages {

    private static final String TYPE = "io.provincelink.";
    private static final String PING = TYPE + "ping";
    private static final int ID_BYTES = 16;

    private final ObjectMapper json;
    private final Today today;
    private final WebhookSettings settings;

    Messages(ObjectMapper json, Today today, WebhookSettings settings) {
        this.json = json;
        this.today = today;
        this.settings = settings;
    }

    Instant now() {
        return today.now();
    }

    /** Of a change as the unit may know it; nothing of the record itself. */
    Message of(ChangeItem change, String unit) {
        String record = change.id().toString();
        String event = TYPE
                + change.type().toLowerCase(Locale.ROOT).replace('_', '-')
                + "."
                + change.op().name().toLowerCase(Locale.ROOT);
        String id = "msg_" + digest(unit + "\n" + change.type() + "\n" + record + "\n" + change.version());
        ObjectNode data = json.createObjectNode()
                .put("op", change.op().name())
                .put("type", change.type())
                .put("id", record)
                .put("version", change.version())
                .put("at", change.at().toString());
        if (change.href() != null) {
            data.put("href", change.href());
        }
        ObjectNode whole = head(id, event, change.at()).put("subject", record);
        whole.set("data", data);
        return new Message(id, event, record, written(whole));
    }

    /** That a webhook is there and reached. */
    Message ping(UUID webhook) {
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        ObjectNode whole = head(id, PING, now());
        whole.set("data", json.createObjectNode().put("webhook", webhook.toString()));
        return new Message(id, PING, null, written(whole));
    }

    private ObjectNode head(String id, String event, Instant time) {
        return json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", settings.source())
                .put("type", event)
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
    }

    private String written(ObjectNode event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
