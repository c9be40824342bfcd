package io.provincelink.trade.gate.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.http.ReadBack;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure as a client sends it.
 *
 * @param side the gate's region that takes the measure, as the gate names it. Whether a side is open, and when, is for that side to say;
 *     a quota may be one of both sides together, and names none then
 * @param periodAsPublished the source's own words for the period
 * @param text what the measure says
 * @param hours with HOURS, and only there
 * @param quota with QUOTA, and only there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ReadBack("gate")
public record GateMeasureDraft(
        @Nullable UUID id,
        @NotNull MeasureKind kind,
        @Nullable @RegionCode String side,
        @NotNull @Valid MeasurePeriod period,
        @Nullable @Size(max = 200) String periodAsPublished,
        @NotNull @Valid Text text,
        @Nullable @Valid OpeningHours hours,
        @Nullable @Valid MeasureQuota quota,
        @Nullable @Valid Source source)
        implements Draft {

    /** What an edit starts from. */
    public static GateMeasureDraft of(GateMeasure measure) {
        return new GateMeasureDraft(
                measure.measureId(),
                measure.kind(),
                measure.side(),
                measure.period(),
                measure.periodAsPublished(),
                measure.text(),
                measure.hours(),
                measure.quota(),
                measure.source());
    }

    public GateMeasureDraft withId(UUID newId) {
        return new GateMeasureDraft(newId, kind, side, period, periodAsPublished, text, hours, quota, source);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {period == null ? null : period.from()};
    }

    /** Whether its side is one of the gate's is for the gate to judge. A kind that could not be read is null. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        if (kind == null) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        if (side == null && kind != MeasureKind.QUOTA) {
            faults.add(Fault.at("/side", "required-with", kind));
        }
        faults.addAll(only(MeasureKind.HOURS, "/hours", hours));
        faults.addAll(only(MeasureKind.QUOTA, "/quota", quota));
        if (hours != null) {
            faults.addAll(hours.faults("/hours"));
        }
        return faults;
    }

    private List<Fault> only(MeasureKind with, String pointer, @Nullable Object value) {
        if (kind == with) {
            return value == null ? List.of(Fault.at(pointer, "required-with", with)) : List.of();
        }
        return value == null ? List.of() : List.of(Fault.at(pointer, "only-with", with));
    }

    /** @param sides codes of the gate's regions */
    public List<Fault> faultsAt(List<String> sides) {
        return side == null || sides.contains(side)
                ? List.of()
                : List.of(Fault.at("/side", "not-a-party", String.join(", ", sides)));
    }
}
