package io.provincelink.trade.gate;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Coded;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import io.provincelink.trade.gate.measure.GateMeasure;
import io.provincelink.trade.gate.measure.MeasureKind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A border gate with its two sides. Everybody may see it at once: it stands there. */
@Entity
public class Gate extends SearchableRecord implements Coded {

    @Column(nullable = false, updatable = false)
    private String code;

    /** Given by the database; figures name the gate by it. Zero until the row is read again. */
    @Column(insertable = false, updatable = false)
    private short number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private GateKind kind;

    private @Nullable String since;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<GateSide> sides;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Text note;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Source source;

    /** In the order in which they were recorded. A list of gates does not read them. */
    @ElementCollection
    @CollectionTable(name = "gate_measure", joinColumns = @JoinColumn(name = "gate_id"))
    @OrderColumn(name = "place")
    private List<GateMeasure> measures = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Gate() {}

    Gate(Registration registration, GateDraft draft) {
        super(registration);
        this.code = draft.code();
        take(draft);
        show(Visibility.PUBLIC, registration.anchor().regions());
    }

    /** Changes what is said of it; the code stays, figures and addresses are built on it. */
    void revise(GateDraft draft, Anchor anchor) {
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    /** One more measure; its side is one of the gate's. */
    void add(GateMeasure measure) {
        measures.add(measure);
    }

    /** Replaces what a measure says; one that says the same already stays as it is. */
    void revise(GateMeasure measure) {
        for (int place = 0; place < measures.size(); place++) {
            GateMeasure present = measures.get(place);
            if (present.measureId().equals(measure.measureId()) && !present.equals(measure)) {
                measures.set(place, measure);
            }
        }
    }

    private void take(GateDraft draft) {
        kind = draft.kind();
        since = draft.since();
        sides = draft.sides();
        note = draft.note();
        source = draft.source();
    }

    /** Under its names on both sides; it has no title that they share. */
    @Override
    protected void describe(SearchText search) {
        search.add(code);
        sides.forEach(side -> search.add(side.name()));
        search.add(note);
    }

    @Override
    public String code() {
        return code;
    }

    GateKind kind() {
        return kind;
    }

    @Nullable
    String since() {
        return since;
    }

    List<GateSide> sides() {
        return sides;
    }

    @Nullable
    Text note() {
        return note;
    }

    @Nullable
    Source source() {
        return source;
    }

    List<GateMeasure> measures() {
        return measures;
    }

    /** Those that began last first, as far as they are of this kind, of this side or of both, and hold on this day; null for any. */
    List<GateMeasure> measures(@Nullable MeasureKind kind, @Nullable String side, @Nullable LocalDate on) {
        List<GateMeasure> newest = new ArrayList<>(measures);
        Collections.reverse(newest);
        return newest.stream()
                .filter(measure -> kind == null || measure.kind() == kind)
                .filter(measure -> side == null || measure.isOf(side))
                .filter(measure -> on == null || measure.holdsOn(on))
                .sorted(Comparator.comparing(GateMeasure::validFrom).reversed())
                .toList();
    }

    Optional<GateMeasure> measure(UUID id) {
        return measures.stream()
                .filter(measure -> measure.measureId().equals(id))
                .findFirst();
    }
}
