package io.provincelink.record;

import io.provincelink.kit.words.Field;
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
}
