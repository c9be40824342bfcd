package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Coded;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A cooperation programme with its goals, its roadmap and, at the end, the parties' assessment. */
@Entity
public class Programme extends SearchableRecord implements Coded {

    @Column(nullable = false, updatable = false)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ProgrammeKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Text title;

    @Column(nullable = false)
    private LocalDate periodFrom;

    @Column(nullable = false)
    private LocalDate periodTo;

    /** Names of the fields, for the filter. */
    @Column(nullable = false)
    private List<String> fields;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<Goal> goals;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<Milestone> milestones;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private ProgrammeTerms terms;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Assessment assessment;

    @SuppressWarnings("NullAway.Init")
    protected Programme() {}

    Programme(Registration registration, ProgrammeDraft draft) {
        super(registration);
        this.code = draft.code();
        take(draft);
    }

    /** Changes what was agreed; the code stays, addresses are built on it. */
    void revise(ProgrammeDraft draft, Anchor anchor) {
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(ProgrammeDraft draft) {
        kind = draft.kind();
        title = draft.title();
        periodFrom = draft.period().from();
        periodTo = draft.period().to();
        fields = draft.fields().stream().map(Enum::name).toList();
        goals = draft.goals().stream().map(Goal::identified).toList();
        milestones = draft.milestones().stream().map(Milestone::identified).toList();
        terms = draft.terms();
    }

    /** Takes the parties' judgement; whether both stand by it is for their confirmations to say. */
    void assess(Assessment joint) {
        assessment = joint;
    }

    @Override
    protected void describe(SearchText search) {
        search.add(code).add(title).addParties(terms.parties());
    }

    @Override
    public String code() {
        return code;
    }

    ProgrammeKind kind() {
        return kind;
    }

    Text title() {
        return title;
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    ProgrammeStatus status(LocalDate today) {
        return ProgrammeStatus.of(period(), today);
    }

    List<Goal> goals() {
        return goals;
    }

    List<Milestone> milestones() {
        return milestones;
    }

    ProgrammeTerms terms() {
        return terms;
    }

    @Nullable
    Assessment assessment() {
        return assessment;
    }

    /** Nobody has confirmed an assessment yet, so it is what one side proposes. */
    Standing standing() {
        return Standing.PROPOSED;
    }
}
