package io.provincelink.trade.gate.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure as a client gets it.
 *
 * @param gate the gate's code
 * @param side the region that takes it; absent where both sides do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GateMeasureView(
        UUID id,
        String gate,
        MeasureKind kind,
        @Nullable String side,
        MeasurePeriod period,
        @Nullable String periodAsPublished,
        Text text,
        @Nullable OpeningHours hours,
        @Nullable MeasureQuota quota,
        @Nullable Source source) {

    public static GateMeasureView of(GateMeasure measure, String gate) {
        return new GateMeasureView(
                measure.measureId(),
                gate,
                measure.kind(),
                measure.side(),
                measure.period(),
                measure.periodAsPublished(),
                measure.text(),
                measure.hours(),
                measure.quota(),
                measure.source());
    }
}
