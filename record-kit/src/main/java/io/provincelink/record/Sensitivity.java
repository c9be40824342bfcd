package io.provincelink.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.words.Field;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What makes a record sensitive: one of the fields POLICE, JUSTICE and BORDER_MANAGEMENT, or the level BORDER_POST. Such a record goes no
 * further than to its parties unless an approver of each of them publishes it, and who reads it until then is noted.
 */
public final class Sensitivity {

    private static final String LEVEL = "BORDER_POST";

    private Sensitivity() {}

    /** @param level of the record, in whatever list of levels its type has; null where it has none */
    public static boolean of(Collection<Field> fields, @Nullable Enum<?> level) {
        return level != null && level.name().equals(LEVEL) || fields.stream().anyMatch(Field::isSensitive);
    }

    /** The same of a version in the change log, from what its readers saw. */
    public static boolean of(JsonNode snapshot) {
        if (snapshot.path("level").asText().equals(LEVEL)) {
            return true;
        }
        for (JsonNode name : snapshot.path("fields")) {
            boolean sensitive = Arrays.stream(Field.values())
                    .anyMatch(field -> field.name().equals(name.asText()) && field.isSensitive());
            if (sensitive) {
                return true;
            }
        }
        return false;
    }
}
