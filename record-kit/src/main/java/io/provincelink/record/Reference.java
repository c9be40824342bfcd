package io.provincelink.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another record of the same service that a record names. Who reads the record reads the name, so the other one must be there for all of
 * its readers.
 *
 * @param pointer to the name in what a client sends
 * @param type of the other record, as in the change log: {@code LEGAL_ACT}
 * @param name the other's id where it was found when it was written; else the text: an id, a code, or words that mean no record
 */
public record Reference(String pointer, String type, Object name) {

    /** A reference as it is kept: an id in small letters, as the API writes it, so that filters find it in whatever letters it came. */
    public static @Nullable String spelt(@Nullable String reference) {
        return Records.uuid(reference).map(UUID::toString).orElse(reference);
    }

    /** None where the record names nothing here. */
    public static List<Reference> ofOne(String pointer, String type, @Nullable Object name) {
        return name == null ? List.of() : List.of(new Reference(pointer, type, name));
    }

    public static List<Reference> ofEach(String pointer, String type, List<?> names) {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            references.add(new Reference(pointer + "/" + i, type, names.get(i)));
        }
        return references;
    }

    /** A name may have moved to another place in its list. */
    boolean isSameAs(Reference other) {
        return type.equals(other.type) && name.equals(other.name);
    }

    /** Whether the name was only said, so that it may be words; what a caller does not see is taken for such. */
    boolean isSaid() {
        return name instanceof String;
    }

    @Nullable
    UUID id() {
        return name instanceof UUID id ? id : Records.uuid(name.toString()).orElse(null);
    }
}
