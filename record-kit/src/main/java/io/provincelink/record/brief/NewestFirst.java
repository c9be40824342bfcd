package io.provincelink.record.brief;

import io.provincelink.kit.http.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of a collection that is asked for by no address of its own: so many records, and one more that tells whether there are more. */
public final class NewestFirst extends PageRequest {

    private final @Nullable UUID after;

    /** @param after the record behind which it begins; null for the newest */
    public NewestFirst(@Nullable UUID after, int most) {
        this.after = after;
        this.limit = most;
    }

    public NewestFirst(int most) {
        this(null, most);
    }

    @Override
    public @Nullable String after() {
        return after == null ? null : after.toString();
    }
}
