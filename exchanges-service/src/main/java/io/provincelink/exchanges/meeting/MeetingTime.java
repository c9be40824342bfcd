package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.provincelink.kit.problem.Fault;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
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

    private static final int LAST_YEAR = 9999;

    private static final String EXAMPLE =
            "{\"at\":\"2021-12-08T09:00\",\"zone\":\"Asia/Ho_Chi_Minh\"}, {\"on\":\"2021-12-08\"}";

    List<Fault> faults(String pointer) {
        boolean hour = at != null && zone != null && on == null;
        boolean day = at == null && zone == null && on != null;
        if (!hour && !day) {
            return List.of(Fault.at(pointer, "wrong-format", EXAMPLE));
        }
        return zone == null || isZone(zone)
                ? List.of()
                : List.of(Fault.at(pointer + "/zone", "wrong-format", "Asia/Ho_Chi_Minh"));
    }

    /** Whether it is the name of a region with a time of its own, and no bare distance from UTC. */
    static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith("SystemV/");
    }

    /** The instant; null where only a day is known, or where the instant lies before or after all years of four digits. */
    @Nullable
    Instant instant() {
        ZonedDateTime there = there();
        return there == null ? null : spelt(there.withZoneSameInstant(ZoneOffset.UTC), ZonedDateTime::toInstant);
    }

    /** What the clocks of another zone show then; null in the same cases. */
    @Nullable
    LocalDateTime in(String other) {
        ZonedDateTime there = there();
        return there == null || !isZone(other)
                ? null
                : spelt(there.withZoneSameInstant(ZoneId.of(other)), ZonedDateTime::toLocalDateTime);
    }

    /** An hour that the clocks leave out is the one an hour later; of one that they show twice it is the first. */
    private @Nullable ZonedDateTime there() {
        return at == null || zone == null || !isZone(zone) ? null : at.atZone(ZoneId.of(zone));
    }

    private static <T> @Nullable T spelt(ZonedDateTime time, Function<ZonedDateTime, T> as) {
        return time.getYear() >= 1 && time.getYear() <= LAST_YEAR ? as.apply(time) : null;
    }

    /** As a person reads it: an hour means nothing without its zone. */
    String told() {
        return at == null ? String.valueOf(on) : at + " " + zone;
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
