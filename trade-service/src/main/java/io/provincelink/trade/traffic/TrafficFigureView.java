package io.provincelink.trade.traffic;

import io.provincelink.trade.statistic.FigureStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A traffic figure as a client gets it. */
public record TrafficFigureView(
        UUID id,
        TrafficKind kind,
        String month,
        String reporter,
        @Nullable String partner,
        @Nullable String gate,
        @Nullable String region,
        Direction direction,
        long count,
        FigureStatus status,
        Instant updatedAt) {

    /** @param gate the gate's code */
    static TrafficFigureView of(TrafficFigure figure, @Nullable String gate) {
        return new TrafficFigureView(
                figure.id(),
                figure.kind(),
                figure.months().from(),
                figure.reporter(),
                figure.partner(),
                gate,
                figure.region(),
                figure.direction(),
                figure.count(),
                figure.status(),
                figure.updatedAt());
    }
}
