package io.provincelink.trade.figure;

import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.Statistic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Goods worth so much that went one way between two sides, as one of them reports it. */
@Entity
public class TradeFigure extends Statistic {

    @Column(nullable = false, updatable = false)
    private short months;

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false, updatable = false)
    private Flow flow;

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false, updatable = false)
    private Regime regime;

    @Column(nullable = false, updatable = false)
    private String hs;

    @Column(updatable = false)
    private @Nullable Short hsEdition;

    @Column(nullable = false, updatable = false)
    private String currency;

    /** In units of the currency's last decimal. */
    @Column(nullable = false)
    private long value;

    private @Nullable Long netGrams;

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false)
    private FigureStatus status;

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false)
    private Attribution attribution;

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false)
    private Valuation valuation;

    @SuppressWarnings("NullAway.Init")
    protected TradeFigure() {}

    TradeFigure(Registration registration, TradeFigureDraft draft) {
        super(registration);
        this.months = (short) registration.months().count();
        this.flow = draft.flow();
        this.regime = draft.regime();
        this.hs = draft.hs();
        this.hsEdition = draft.hsEdition() == null ? null : draft.hsEdition().shortValue();
        this.currency = draft.currency();
        take(draft.values());
    }

    /** What a revision may change; the rest says what the figure is about. */
    record Values(
            long value, @Nullable Long netGrams, FigureStatus status, Attribution attribution, Valuation valuation) {}

    Values values() {
        return new Values(value, netGrams, status, attribution, valuation);
    }

    void revise(Values revised) {
        take(revised);
    }

    private void take(Values values) {
        value = values.value();
        netGrams = values.netGrams();
        status = values.status();
        attribution = values.attribution();
        valuation = values.valuation();
    }

    @Override
    protected List<Object> key() {
        return List.of(
                period(), reporter(), partnerKey(), Place.of(flow), (int) gate(), Place.of(regime), hs, currency, (int)
                        months);
    }

    @Override
    public MonthRange months() {
        return new MonthRange(period(), months);
    }

    Flow flow() {
        return flow;
    }

    Regime regime() {
        return regime;
    }

    String hs() {
        return hs;
    }

    @Nullable
    Integer hsEdition() {
        return hsEdition == null ? null : Integer.valueOf(hsEdition);
    }

    String currency() {
        return currency;
    }

    BigDecimal amount() {
        return MinorUnits.toAmount(BigDecimal.valueOf(value), currency);
    }

    @Nullable
    BigDecimal netKg() {
        return netGrams == null ? null : BigDecimal.valueOf(netGrams, 3);
    }

    FigureStatus status() {
        return status;
    }

    Attribution attribution() {
        return attribution;
    }

    Valuation valuation() {
        return valuation;
    }
}
