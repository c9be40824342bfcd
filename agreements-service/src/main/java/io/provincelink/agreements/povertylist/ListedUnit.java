package io.provincelink.agreements.povertylist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A unit on a list.
 *
 * @param region means the unit that had the code on the first day
 * @param to last day, absent while it stands on the list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PovertyListUnit")
public record ListedUnit(
        @NotNull @RegionCode String region,
        @NotNull LocalDate from,
        @Nullable LocalDate to,
        @Nullable @Valid Text note) {

    boolean standsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(ListedUnit other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
