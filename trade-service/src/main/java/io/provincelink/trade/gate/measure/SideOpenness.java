package io.provincelink.trade.gate.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one side of a gate is open on a day, and why.
 *
 * @param measure the measure that decides; absent where none does
 * @param hours the times of that day, by the side's clocks; absent where nobody has said them
 * @param quotas the quotas of that day, of this side or of both
 * @param holidays public holidays of the side's country on that day; they close the side only where its hours say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SideOpenness(
        String region,
        GateState state,
        Reason reason,
        @Nullable GateMeasureView measure,
        @Nullable List<OpeningTime> hours,
        List<GateMeasureView> quotas,
        List<PublicHoliday> holidays) {

    /** Why a side is open or not. */
    public enum Reason {
        /** The latest measure that says so. */
        MEASURE,
        /** The hours that hold have none on this day of the week. */
        HOURS,
        /** The hours that hold leave out public holidays. */
        HOLIDAY,
        /** No measure says otherwise, and the gate was open by then. */
        SINCE,
        /** The gate was not there yet. */
        NOT_YET,
        /** Nobody has said anything that tells. */
        NOTHING_KNOWN
    }

    /**
     * A public holiday.
     *
     * @param estimated whether the days off only lie among these
     */
    public record PublicHoliday(LocalDate from, LocalDate to, Text name, boolean estimated) {}
}
