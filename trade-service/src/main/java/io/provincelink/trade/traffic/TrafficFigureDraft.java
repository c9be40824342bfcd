package io.provincelink.trade.traffic;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.record.RecordCode;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.Month;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.StatisticDraft;
import io.provincelink.trade.statistic.Traders;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A traffic figure as a client sends it.
 *
 * @param reporter province or prefecture whose side reports
 * @param partner province, prefecture or whole country on the other side
 * @param gate code of a gate; a figure without one is the part that is not broken down by gate, so the two add up
 * @param region unit in the reporter that the figure is broken down by, such as the county that workers came from; a figure without
 *     one is the part that is not broken down by region, so the two add up
 * @param count permits, persons or placements
 */
public record TrafficFigureDraft(
        @Nullable UUID id,
        @NotNull TrafficKind kind,
        @NotNull @Month String month,
        @NotNull @RegionCode String reporter,
        @Nullable @RegionCode String partner,
        @Nullable @RecordCode String gate,
        @Nullable @RegionCode String region,
        @NotNull Direction direction,
        @NotNull @PositiveOrZero Long count,
        @NotNull FigureStatus status)
        implements StatisticDraft {

    /** What an edit starts from. */
    static TrafficFigureDraft of(TrafficFigureView figure) {
        return new TrafficFigureDraft(
                figure.id(),
                figure.kind(),
                figure.month(),
                figure.reporter(),
                figure.partner(),
                figure.gate(),
                figure.region(),
                figure.direction(),
                figure.count(),
                figure.status());
    }

    MonthRange range() {
        return MonthRange.of(month);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {Period.parse(month).map(Period::from).orElse(null)};
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(Traders.faults(anchor, reporter, partner));
        if (region != null) {
            faults.addAll(regionFaults(anchor, region));
        }
        return certain(faults);
    }

    private List<Fault> regionFaults(Anchor anchor, String unit) {
        List<Fault> faults = anchor.check("/region", unit);
        boolean areUnits = faults.isEmpty()
                && reporter != null
                && anchor.check("/reporter", reporter).isEmpty();
        if (areUnits && !anchor.regions().within(anchor.unit(unit)).contains(reporter)) {
            return List.of(Fault.at("/region", "not-within", reporter, anchor.day()));
        }
        return faults;
    }

    @Override
    public Map<String, @Nullable Object> about() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("kind", kind);
        fields.put("month", month);
        fields.put("reporter", reporter);
        fields.put("partner", partner);
        fields.put("gate", gate);
        fields.put("region", region);
        fields.put("direction", direction);
        return fields;
    }
}
