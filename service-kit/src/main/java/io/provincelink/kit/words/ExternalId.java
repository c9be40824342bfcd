package io.provincelink.kit.words;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The key under which a partner's own system keeps the record. */
public record ExternalId(
        @NotNull @Pattern(regexp = "^[a-z0-9][a-z0-9.-]{0,62}$")
        String system,

        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = "^\\S+$")
        String id) {

    @Override
    public String toString() {
        return system + ":" + id;
    }
}
