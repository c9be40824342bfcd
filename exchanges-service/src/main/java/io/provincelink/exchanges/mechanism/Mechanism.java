package io.provincelink.exchanges.mechanism;

import static java.util.Comparator.naturalOrder;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An arrangement to meet again and again: annual talks, a forum, a working group. */
@Entity
public class Mechanism extends SearchableRecord {

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

    /** First and last day on which a session may be set, for the calendar: a postponed one may lie before the beginning or after the end. */
    private @Nullable LocalDate firstOn;

    private @Nullable LocalDate lastOn;

    /** As the terms name it, for the filter: it is kept by another service. */
    private @Nullable String agreement;

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
        agreement = terms.agreement();
        firstOn = since == null
                ? null
                : Stream.concat(Stream.of(since), moved()).min(naturalOrder()).orElseThrow();
        lastOn = until == null
                ? null
                : Stream.concat(Stream.of(until), moved()).max(naturalOrder()).orElseThrow();
    }

    private Stream<LocalDate> moved() {
        return exceptions().stream()
                .filter(SessionException::postpones)
                .map(SessionException::to)
                .filter(Objects::nonNull);
    }

    @Override
    protected void describe(SearchText search) {
        search.add(title).add(terms.note()).addParties(terms.parties());
    }

    /**
     * The sessions that fall due in these days by the rule, in order, with what was agreed for each; empty where it is not known since
     * when or how often they meet.
     */
    public Optional<List<DueSession>> due(Period asked) {
        return Schedule.of(this).map(schedule -> schedule.due(asked));
    }

    /**
     * The sessions among which meetings are shared out, each counting for one, so that those that fall due in the period get theirs; they
     * do not tell their hosts.
     *
     * @param days of its meetings from {@link #recordsFrom} on, in order
     */
    public List<DueSession> claiming(Period asked, List<LocalDate> days) {
        return Schedule.of(this).map(schedule -> schedule.claiming(asked, days)).orElse(List.of());
    }

    /** The first day whose meetings may matter for sessions that fall due in the period. */
    public LocalDate recordsFrom(Period asked) {
        boolean keptApart =
                since == null || sessionWindow == null && exceptions().isEmpty();
        return keptApart || asked.from().isBefore(MechanismDraft.EARLIEST) ? asked.from() : MechanismDraft.EARLIEST;
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

    public MechanismLevel level() {
        return level;
    }

    public Text title() {
        return title;
    }

    public @Nullable String recurrence() {
        return recurrence;
    }

    @Nullable
    String sessionWindow() {
        return sessionWindow;
    }

    public @Nullable LocalDate since() {
        return since;
    }

    public @Nullable LocalDate until() {
        return until;
    }

    /** What was agreed for single sessions otherwise than the rule says. */
    public List<SessionException> exceptions() {
        return terms.exceptions();
    }

    public MechanismTerms terms() {
        return terms;
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(List.of(), level);
    }
}
