package io.provincelink.exchanges.delegation.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who travels. Personal data: kept sealed, and shown to the side that sends it and to whom that side releases it.
 *
 * @param person an id of the own side's, so that the same person can be told on another way; a new one where it is left out
 * @param name needed, unless the person was erased
 * @param position what the person is
 * @param erased true where nothing but the id is left; who sends back what it read may leave such a member in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        @Nullable UUID person,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 200) String position,
        @Nullable Boolean erased) {

    static Member erased(@Nullable UUID person) {
        return new Member(person, null, null, true);
    }

    /** Whether it only says that somebody was erased. */
    public boolean wasErased() {
        return Boolean.TRUE.equals(erased);
    }

    /** Never with the name: a record's text finds its way into logs. */
    @Override
    public String toString() {
        return "Member[" + person + "]";
    }
}
