package io.provincelink.trade.gate;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Coded;
import io.provincelink.record.RecordRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A border gate with its two sides. Everybody may see it at once: it stands there. */
@Entity
public class Gate extends RecordRoot implements Coded {

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

    private void take(GateDraft draft) {
        kind = draft.kind();
        since = draft.since();
        sides = draft.sides();
        note = draft.note();
        source = draft.source();
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
}
