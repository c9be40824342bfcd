package io.provincelink.exchanges.programme;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.provincelink.kit.words.Period;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stretch of the feed of agreements-service: the few fields that are read here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FeedPage(List<Item> items, String nextCursor) {

    private static final String DELETED = "DELETED";

    FeedPage {
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(nextCursor, "nextCursor");
    }

    /** @param programme absent where it went out of the public's sight */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            String op,
            UUID id,

            @JsonProperty("record") @Nullable Programme programme) {

        Item {
            Objects.requireNonNull(op, "op");
            Objects.requireNonNull(id, "id");
        }

        boolean isGone() {
            return op.equals(DELETED) || programme == null;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Programme(String code, Period period) {

        Programme {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(period, "period");
        }
    }
}
