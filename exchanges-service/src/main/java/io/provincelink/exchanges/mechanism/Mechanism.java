package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.Sensitivity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An arrangement to meet again and again: annual talks, a forum, a working group. */
@Entity
public class Mechanism extends RecordRoot {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MechanismKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MechanismLevel level;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Text title;

    private @Nullable String recurrence;

    private @Nullable String sessionWindow;

    /** Null where nobody published since when; then nobody can say what is due. */
    private @Nullable LocalDate since;

    private @Nullable LocalDate until;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private MechanismTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected Mechanism() {}

    Mechanism(Registration registration, MechanismDraft draft) {
        super(registration);
        take(draft);
    }

    void revise(MechanismDraft draft, Anchor anchor) {
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(MechanismDraft draft) {
        kind = draft.kind();
        level = draft.level();
        title = draft.title();
        recurrence = draft.recurrence();
        sessionWindow = draft.window();
        since = draft.since();
        until = draft.until();
        terms = draft.terms();
    }

    /** The sessions that fall due in these days, in order; empty where it is not known since when or how often they meet. */
    public Optional<List<DueSession>> due(Period asked) {
        return recurrence == null || since == null
                ? Optional.empty()
                : Optional.of(Recurrence.of(recurrence, sessionWindow).due(since, until, asked));
    }

    /** The same sessions for a calendar; empty where none ever falls due, or nobody knows since when or how often they meet. */
    public Optional<Series> series() {
        return recurrence == null || since == null
                ? Optional.empty()
                : Recurrence.of(recurrence, sessionWindow).series(since, until);
    }

    MechanismKind kind() {
        return kind;
    }

    MechanismLevel level() {
        return level;
    }

    public Text title() {
        return title;
    }

    @Nullable
    String recurrence() {
        return recurrence;
    }

    @Nullable
    String sessionWindow() {
        return sessionWindow;
    }

    @Nullable
    LocalDate since() {
        return since;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    MechanismTerms terms() {
        return terms;
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(List.of(), level);
    }
}
