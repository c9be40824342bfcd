package io.provincelink.gateway.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record in short. A key is always there; where nothing is known its value is null.
 *
 * @param type of the record, as in the change feed
 * @param code readable, where its type has one
 * @param href address of the whole record
 * @param kind what kind of its type it is, in the words of the type
 * @param title null where it has none and nothing else names it
 * @param who acts: units with the bodies that act for them, and organisations
 * @param where codes of the units in which it is
 * @param period null where no day is known
 * @param status where it stands today, in the words of its type; null where the type has none
 */
@Schema(name = "RecordBrief")
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

    public Brief {
        Given.value(type);
        Given.value(id);
        Given.value(href);
        Given.list(who);
        Given.list(where);
        Given.list(fields);
    }

    /**
     * Who acts.
     *
     * @param region the unit, where it is one
     * @param name the body or organisation, where one is named
     */
    @Schema(name = "RecordActor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Actor(@Nullable String region, @Nullable Text name) {}

    /**
     * Days, as far as they are known.
     *
     * @param from the first, null where nobody knows it
     * @param to the last, null while the end is open or unknown
     */
    @Schema(name = "RecordSpan")
    public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
