package io.provincelink.trade.traffic;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.record.RecordCode;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.Month;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Traders;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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
 * @param gate code of a gate; absent where the figure is not for one gate
 * @param region unit that the figure is broken down by, such as the county that workers came from
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
        @NotNull FigureStatus status) {

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

    /** What the constraints on single fields cannot see. */
    List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(Traders.faults(anchor, reporter, partner));
        if (region != null) {
            faults.addAll(anchor.check("/region", region));
        }
        return faults;
    }

    /** Faults of a revision: count and status may change, what the figure is about may not. */
    List<Fault> faultsAsRevisionOf(TrafficFigureDraft before) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Object> old = before.fixed();
        fixed().forEach((field, value) -> {
            if (!value.equals(old.get(field))) {
                faults.add(Fault.at("/" + field, "fixed", field));
            }
        });
        return faults;
    }

    private Map<String, Object> fixed() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", String.valueOf(id));
        fields.put("kind", kind);
        fields.put("month", month);
        fields.put("reporter", reporter);
        fields.put("partner", String.valueOf(partner));
        fields.put("gate", String.valueOf(gate));
        fields.put("region", String.valueOf(region));
        fields.put("direction", direction);
        return fields;
    }
}
