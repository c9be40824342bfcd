package io.provincelink.trade.figure;

import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trade figure as a client gets it.
 *
 * @param month absent where several months are one figure
 * @param months absent where it is one month
 * @param value in {@code currency}
 */
public record TradeFigureView(
        UUID id,
        @Nullable String month,
        @Nullable Months months,
        String reporter,
        String partner,
        Flow flow,
        @Nullable String gate,
        Regime regime,
        String hs,
        @Nullable Integer hsEdition,
        BigDecimal value,
        String currency,
        @Nullable BigDecimal netKg,
        FigureStatus status,
        Attribution attribution,
        Valuation valuation,
        Instant updatedAt) {

    /** @param gate the gate's code */
    static TradeFigureView of(TradeFigure figure, @Nullable String gate) {
        FigureKey key = figure.key();
        TradeFigure.Values values = figure.values();
        MonthRange range = key.months();
        return new TradeFigureView(
                figure.id(),
                range.count() == 1 ? range.from() : null,
                range.count() == 1 ? null : new Months(range.from(), range.to()),
                figure.reporter(),
                figure.partner(),
                key.flow(),
                gate,
                key.regime(),
                HsNumber.code(key.hs()),
                figure.hsEdition(),
                figure.amount(),
                key.currency(),
                figure.netKg(),
                values.status(),
                values.attribution(),
                values.valuation(),
                figure.revision().at());
    }
}
