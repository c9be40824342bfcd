package io.provincelink.trade.gate.measure;

import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A measure as it is kept, in a table of its own so that a day's measures are found without reading all of a gate's.
 *
 * @param side the region that takes it; null where both do
 */
@Embeddable
public record GateMeasure(
        @Column(nullable = false) UUID measureId,

        @Enumerated(EnumType.STRING) @Column(nullable = false)
        MeasureKind kind,

        @Nullable String side,
        @Column(nullable = false) LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String periodAsPublished,

        @JdbcTypeCode(SqlTypes.JSON) @Column(nullable = false)
        Text text,

        @JdbcTypeCode(SqlTypes.JSON) @Nullable OpeningHours hours,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable MeasureQuota quota,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Source source) {

    public static GateMeasure of(GateMeasureDraft draft) {
        return new GateMeasure(
                Objects.requireNonNull(draft.id()),
                draft.kind(),
                draft.side(),
                draft.period().from(),
                draft.period().to(),
                draft.periodAsPublished(),
                draft.text(),
                draft.hours(),
                draft.quota(),
                draft.source());
    }

    MeasurePeriod period() {
        return new MeasurePeriod(validFrom, validTo);
    }

    public boolean holdsOn(LocalDate day) {
        return period().contains(day);
    }

    public boolean isOf(String region) {
        return side == null || side.equals(region);
    }
}
