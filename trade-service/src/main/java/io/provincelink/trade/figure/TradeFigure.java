package io.provincelink.trade.figure;

import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Reported;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods worth so much that went one way between two sides, as one of them reports it.
 *
 * @param reporter code of the unit that the key has by number
 * @param partner code of the unit that the key has by number
 * @param hsEdition year of the Harmonized System's edition
 */
public record TradeFigure(
        FigureKey key,
        String reporter,
        String partner,
        @Nullable Integer hsEdition,
        Values values,
        Revision revision) implements Reported {

    /**
     * What a revision may change; the rest says what the figure is about.
     *
     * @param value in units of the currency's last decimal
     */
    record Values(
            long value, @Nullable Long netGrams, FigureStatus status, Attribution attribution, Valuation valuation) {}

    /**
     * What was written together and became known at one moment.
     *
     * @param number grows with each revision
     */
    record Revision(int number, Instant at) {}

    /** As its side reports it; what is not kept yet has no revision. */
    static TradeFigure reported(FigureKey key, TradeFigureDraft draft) {
        Revision none = new Revision(0, Instant.EPOCH);
        return new TradeFigure(key, draft.reporter(), draft.partner(), draft.hsEdition(), draft.values(), none);
    }

    TradeFigure with(Values revised, Revision by) {
        return new TradeFigure(key, reporter, partner, hsEdition, revised, by);
    }

    @Override
    public UUID id() {
        return key.id();
    }

    @Override
    public long version() {
        return revision.number();
    }

    @Override
    public List<Object> columns() {
        return key.columns();
    }

    @Override
    public MonthRange months() {
        return key.months();
    }

    @Override
    public List<String> parties() {
        return List.of(reporter, partner);
    }

    BigDecimal amount() {
        return MinorUnits.toAmount(BigDecimal.valueOf(values.value()), key.currency());
    }

    @Nullable
    BigDecimal netKg() {
        return values.netGrams() == null ? null : BigDecimal.valueOf(values.netGrams(), 3);
    }
}
