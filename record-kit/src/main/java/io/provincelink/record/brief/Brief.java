package io.provincelink.record.brief;

import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record in short.
 *
 * @param type as in the change log, such as {@code PROGRAMME}
 * @param code readable, where its type has one
 * @param href address of the whole record
 * @param kind what kind of its type it is
 * @param title null where it has none and nothing else names it
 * @param who acts
 * @param where codes of the units in which it is
 * @param period null where no day is known
 * @param status where it stands, in the words of its type; null where its type has none
 */
public record Brief(
        String type,
        UUID id,
        @Nullable String code,
        String href,
        @Nullable String kind,
        @Nullable Text title,
        List<Actor> who,
        List<String> where,
        List<Field> fields,
        @Nullable Span period,
        @Nullable String status) {

    /** What names a record without a title: these names one after the other, in each language in which all of them are known. */
    public static @Nullable Text joined(List<Text> names) {
        Text joined = new Text(in(names, Text::vi), in(names, Text::zh), in(names, Text::en));
        return joined.isInSomeLanguage() ? joined : names.stream().findFirst().orElse(null);
    }

    private static @Nullable String in(List<Text> names, Function<Text, @Nullable String> language) {
        List<String> spoken = new ArrayList<>();
        names.stream().map(language).filter(Objects::nonNull).forEach(spoken::add);
        return names.isEmpty() || spoken.size() < names.size() ? null : String.join(" – ", spoken);
    }
}
