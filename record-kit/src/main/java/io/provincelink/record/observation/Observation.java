package io.provincelink.record.observation;

import io.provincelink.kit.caller.Anchor;
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
        take(draft);
    }

    /** Corrects what was written down wrong; the indicator stays, addresses are built on it. */
    void revise(ObservationDraft draft, Anchor anchor) {
        place(draft.parties(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(ObservationDraft draft) {
        title = draft.title();
        periodFrom = draft.period() == null ? null : draft.period().from();
        periodTo = draft.period() == null ? null : draft.period().to();
        periodAsPublished = draft.periodAsPublished();
        figure = draft.figure();
        comparedToTarget = draft.comparedToTarget();
        programme = draft.programme();
        scopeNote = draft.scopeNote();
        source = draft.source();
    }

    /** What one side read in a publication the other does not rewrite; it may record its own. */
    @Override
    protected List<String> writers() {
        return List.of(owner());
    }

    /**
     * Nobody agreed to show it: it is public from its first moment. If that kept it for ever, a figure that was written down for the
     * wrong parties, or twice, would stand in every review.
     */
    @Override
    public boolean mayBeTakenBack() {
        return true;
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
