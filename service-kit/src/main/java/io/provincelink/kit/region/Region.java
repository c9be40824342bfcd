package io.provincelink.kit.region;

import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One administrative unit during one stretch of time. The code alone does not identify it: VN.08 is Tuyên Quang before
 * and after its merger with Hà Giang; {@link #key()} does.
 *
 * @param code country and statistical code, such as VN.02 or CN.532600
 * @param country code of the country it belongs to; a country's own code
 * @param parent code of the unit above, null for a country
 * @param name its name in the languages in which it is known
 * @param validFrom first day, null where that is not known
 * @param validTo last day, null while it exists
 * @param successors codes of the units that took its area over; empty while it exists, and where none is recorded
 */
public record Region(
        String code,
        RegionLevel level,
        String country,
        @Nullable String parent,
        Text name,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> successors) {

    public Region {
        successors = List.copyOf(successors);
    }

    /** The identity of the unit: the code, followed by {@code @} and the first day where that is known. */
    public String key() {
        return validFrom == null ? code : code + "@" + validFrom;
    }

    public boolean validOn(LocalDate day) {
        return begunBy(day) && !closedBefore(day);
    }

    /** Whether the unit has a last day, whether or not that day has come. */
    public boolean closed() {
        return validTo != null;
    }

    boolean begunBy(LocalDate day) {
        return validFrom == null || !validFrom.isAfter(day);
    }

    boolean closedBefore(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }

    /** The day on which its surroundings are looked up: its last one, or the end of time. */
    LocalDate lastDay() {
        return validTo == null ? LocalDate.MAX : validTo;
    }
}
