package io.provincelink.trade.traffic;

import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.Statistic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How many vehicles, passengers or workers in a month, as one side reports it. */
@Entity
public class TrafficFigure extends Statistic {

    private static final String NOWHERE = "";

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false, updatable = false)
    private TrafficKind kind;

    /** Empty where none is named: a part of the key cannot be null. */
    @Column(nullable = false, updatable = false)
    private String region;

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false, updatable = false)
    private Direction direction;

    /** The count; that word has a meaning of its own in SQL. */
    @Column(nullable = false)
    private long amount;

    @Enumerated
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false)
    private FigureStatus status;

    @SuppressWarnings("NullAway.Init")
    protected TrafficFigure() {}

    TrafficFigure(Registration registration, TrafficFigureDraft draft) {
        super(registration);
        this.kind = draft.kind();
        this.region = draft.region() == null ? NOWHERE : draft.region();
        this.direction = draft.direction();
        revise(draft.count(), draft.status());
    }

    final void revise(long count, FigureStatus newStatus) {
        amount = count;
        status = newStatus;
    }

    @Override
    public List<Object> columns() {
        return List.of(period(), Place.of(kind), reporter(), partnerKey(), (int) gate(), region, Place.of(direction));
    }

    @Override
    public MonthRange months() {
        return new MonthRange(period(), 1);
    }

    TrafficKind kind() {
        return kind;
    }

    @Nullable
    String region() {
        return region.equals(NOWHERE) ? null : region;
    }

    Direction direction() {
        return direction;
    }

    long count() {
        return amount;
    }

    FigureStatus status() {
        return status;
    }
}
