package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.provincelink.kit.problem.Fault;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a meeting begins or ends, as its clock on the wall says it: an hour with its time zone, or only the day where no hour is known.
 *
 * @param at hour and minute, with {@code zone} and without {@code on}
 * @param zone IANA name such as {@code Asia/Ho_Chi_Minh}
 * @param on the day, without the other two
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingTime(
        @Nullable
        @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm", lenient = OptBoolean.FALSE)
        @Schema(
                implementation = String.class,
                pattern = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$",
                examples = "2021-12-08T09:00")
        LocalDateTime at,

        @Nullable @Size(max = 60) @Schema(examples = "Asia/Ho_Chi_Minh")
        String zone,

        @Nullable LocalDate on) {

    private static final String EXAMPLE =
            "{\"at\":\"2021-12-08T09:00\",\"zone\":\"Asia/Ho_Chi_Minh\"}, {\"on\":\"2021-12-08\"}";

    List<Fault> faults(String pointer) {
        boolean hour = at != null && zone != null && on == null;
        boolean day = at == null && zone == null && on != null;
        if (!hour && !day) {
            return List.of(Fault.at(pointer, "wrong-format", EXAMPLE));
        }
        return zone == null || ZoneId.getAvailableZoneIds().contains(zone)
                ? List.of()
                : List.of(Fault.at(pointer + "/zone", "wrong-format", "Asia/Ho_Chi_Minh"));
    }

    /** The day on the spot. */
    @Nullable
    LocalDate day() {
        return at != null ? at.toLocalDate() : on;
    }

    /** Whether this surely lies before the other: by the instant where both name an hour, else by the day. */
    boolean isBefore(MeetingTime other) {
        if (at != null && zone != null && other.at != null && other.zone != null) {
            return at.atZone(ZoneId.of(zone)).isBefore(other.at.atZone(ZoneId.of(other.zone)));
        }
        LocalDate mine = day();
        LocalDate theirs = other.day();
        return mine != null && theirs != null && mine.isBefore(theirs);
    }
}
