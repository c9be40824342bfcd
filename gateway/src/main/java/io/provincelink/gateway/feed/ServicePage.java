package io.provincelink.gateway.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stretch of one service's feed. */
record ServicePage(List<Change> items, String nextCursor) {

    /** For the reader: the bytes that are read. */
    static final String SOURCE = "source";

    /** @throws IllegalArgumentException when it is no such thing */
    ServicePage {
        if (items == null || nextCursor == null || items.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("no feed");
        }
        requireSealed(nextCursor);
    }

    private static void requireSealed(@Nullable String cursor) {
        if (cursor == null || Base64.getUrlDecoder().decode(cursor).length != 16) {
            throw new IllegalArgumentException("no cursor");
        }
    }

    /** As a service tells it. */
    record Change(
            ChangeItem.Op op,
            String type,
            UUID id,
            long version,
            Instant at,
            String cursor,

            @Nullable @JsonDeserialize(using = AsItIs.class) String record) {

        /** @throws IllegalArgumentException when it is no change */
        Change {
            if (op == null || type == null || id == null || at == null) {
                throw new IllegalArgumentException("no change");
            }
            requireSealed(cursor);
        }

        ChangeItem item(Places here) {
            return new ChangeItem(op, type, id, version, at, here.cursor(), RecordType.address(type, id), record);
        }
    }

    /** A record's own bytes: no figure in it is read, so none is written otherwise. */
    static final class AsItIs extends JsonDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartObjectToken()) {
                return context.reportInputMismatch(String.class, "a record is an object");
            }
            byte[] source = (byte[]) Objects.requireNonNull(context.getAttribute(SOURCE));
            int begin = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int end = (int) parser.currentLocation().getByteOffset();
            return new String(source, begin, end - begin, StandardCharsets.UTF_8);
        }
    }
}
