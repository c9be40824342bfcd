package io.provincelink.exchanges.delegation.member;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as the records keep it: nothing in it can be read without the key.
 *
 * @param person whose side gave the id, or a new one
 * @param key id of the key in the other database; null once erased
 * @param sealed name and position, encrypted, in Base64; null once erased
 * @param erasedAt when it was erased
 */
@Embeddable
public record SealedMember(
        UUID person,
        @Nullable UUID key,
        @Nullable String sealed,
        @Nullable Instant erasedAt) {

    public boolean isErased() {
        return sealed == null;
    }

    /** What is left of it. */
    public SealedMember erase(Instant at) {
        return new SealedMember(person, null, null, at);
    }
}
