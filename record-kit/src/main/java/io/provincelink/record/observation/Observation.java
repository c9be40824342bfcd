package io.provincelink.record.observation;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A figure that somebody published. Always public: it was published. */
@Entity
public class Observation extends RecordRoot {

    @Column(nullable = false)
    private String indicator;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Text title;

    private @Nullable LocalDate periodFrom;

    private @Nullable LocalDate periodTo;

    private @Nullable String periodAsPublished;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Figure figure;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable TargetComparison comparedToTarget;

    private @Nullable String programme;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Text scopeNote;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Source source;

    @SuppressWarnings("NullAway.Init")
    protected Observation() {}

    Observation(Registration registration, String indicator, ObservationDraft draft) {
        super(registration);
        this.indicator = indicator;
        this.title = draft.title();
        this.periodFrom = draft.period() == null ? null : draft.period().from();
        this.periodTo = draft.period() == null ? null : draft.period().to();
        this.periodAsPublished = draft.periodAsPublished();
        this.figure = draft.figure();
        this.comparedToTarget = draft.comparedToTarget();
        this.programme = draft.programme();
        this.scopeNote = draft.scopeNote();
        this.source = draft.source();
    }

    @Override
    protected List<Reference> references() {
        return Reference.ofOne("/programme", "PROGRAMME", programme);
    }

    public String indicator() {
        return indicator;
    }

    public @Nullable Text title() {
        return title;
    }

    public @Nullable Period period() {
        return periodFrom == null || periodTo == null ? null : new Period(periodFrom, periodTo);
    }

    public @Nullable String periodAsPublished() {
        return periodAsPublished;
    }

    public Figure figure() {
        return figure;
    }

    public @Nullable TargetComparison comparedToTarget() {
        return comparedToTarget;
    }

    public @Nullable String programme() {
        return programme;
    }

    public @Nullable Text scopeNote() {
        return scopeNote;
    }

    public Source source() {
        return source;
    }
}
