package io.provincelink.kit.words;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** The key under which a partner's own system keeps the record. */
public record ExternalId(
        @NotNull @Pattern(regexp = SYSTEM) String system,

        @NotNull @Size(min = 1, max = LONGEST) @Pattern(regexp = ID)
        String id) {

    private static final String SYSTEM = "^[a-z0-9][a-z0-9.-]{0,62}$";
    private static final String ID = "^\\S+$";
    private static final int LONGEST = 200;

    /** Reads the form that a query has, {@code system:id}; empty when the text is none. */
    public static Optional<ExternalId> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        ExternalId key = new ExternalId(text.substring(0, colon), text.substring(colon + 1));
        boolean wellFormed = key.system.matches(SYSTEM) && key.id.matches(ID) && key.id.length() <= LONGEST;
        return wellFormed ? Optional.of(key) : Optional.empty();
    }

    @Override
    public String toString() {
        return system + ":" + id;
    }
}
