package io.provincelink.record.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One value that differs between two versions.
 *
 * @param pointer JSON pointer into the record, {@code /title/en}; a list whose length changed is shown as a whole
 * @param before absent when it was not there
 * @param after absent when it is not there any more
 */
@Schema(name = "ChangeDifference")
public record Difference(
        String pointer,

        @Nullable @Schema(description = "Any JSON value; absent when it was not there.")
        Object before,

        @Nullable @Schema(description = "Any JSON value; absent when it is not there any more.")
        Object after) {

    /** Moves with every version and says nothing. */
    private static final String UPDATED_AT = "updatedAt";

    /** So end the names of marks: true in the version in which something changed that no snapshot shows, such as members. */
    private static final String MARK = "Changed";

    /** What differs, in the order of the pointers' names. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        for (String name : names(before, after)) {
            if (name.endsWith(MARK)) {
                if (after.path(name).asBoolean()) {
                    found.add(new Difference("/" + escaped(name), null, after.path(name)));
                }
            } else if (!name.equals(UPDATED_AT)) {
                compare("/" + escaped(name), before.path(name), after.path(name), found);
            }
        }
        return found;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<Difference> found) {
        if (isEmpty(before) && isEmpty(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            for (String name : names(before, after)) {
                compare(pointer + "/" + escaped(name), before.path(name), after.path(name), found);
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(pointer + "/" + i, before.path(i), after.path(i), found);
            }
        } else if (!before.equals(Difference::sameNumber, after)) {
            found.add(new Difference(pointer, shown(before), shown(after)));
        }
    }

    /** 1.50 and 1.5 are the same figure; for everything else than numbers 1 says that the usual comparison decides. */
    private static int sameNumber(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static @Nullable Object shown(JsonNode value) {
        return isNothing(value) ? null : value;
    }

    /** A list that the API did not have when a version was kept was not changed from nothing to empty by whoever came next. */
    private static boolean isEmpty(JsonNode value) {
        return isNothing(value) || value.isArray() && value.isEmpty();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
