package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Coded;
import io.provincelink.record.KeptIds;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.Confirmations;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private ProgrammeConfirmations confirmations = ProgrammeConfirmations.NONE;
    /** Ids behind the references of the terms, to follow them in both directions. */
    private @Nullable UUID predecessorId;

    private @Nullable UUID parentId;

    /** Ids of the agreements and legal acts of the terms, in that order, to find the programme by them. */
    @Column(nullable = false)
    private List<UUID> restsOn;

    /** The first day on which a milestone was due that is still open, for the filter. */
    private @Nullable LocalDate firstOpenDue;

    @SuppressWarnings("NullAway.Init")
    protected Programme() {}

    Programme(Registration registration, ProgrammeDraft draft, Links links) {
        super(registration);
        this.code = draft.code();
        this.goals = List.of();
        this.milestones = List.of();
        take(draft, links);
    }

    /** Changes what was agreed; the code stays, addresses are built on it. */
    void revise(ProgrammeDraft draft, Anchor anchor, Links links) {
        // with other parties, or for other years, every goal is another one
        boolean sameTerms = Set.copyOf(draft.regions()).equals(Set.copyOf(parties()))
                && draft.period().equals(period());
        List<Goal> before = goals;
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft, links);
        confirmations = sameTerms ? confirmations.afterChange(before, goals) : ProgrammeConfirmations.NONE;
    }

    private void take(ProgrammeDraft draft, Links links) {
        kind = draft.kind();
        title = draft.title();
        periodFrom = draft.period().from();
        periodTo = draft.period().to();
        fields = draft.fields().stream().map(Enum::name).toList();
        goals = KeptIds.of(draft.goals(), goals, Goal::id, Goal::withId);
        milestones = KeptIds.of(draft.milestones(), milestones, Milestone::id, Milestone::withId);
        terms = draft.terms();
        predecessorId = links.predecessor();
        parentId = links.parent();
        restsOn = List.copyOf(links.restsOn());
        firstOpenDue = milestones.stream()
                .filter(Milestone::isOpen)
                .map(Milestone::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    LocalDate firstOpenDue() {
        return firstOpenDue;
    }

    Links links() {
        return new Links(predecessorId, parentId, restsOn);
    }

    /** The id of the agreement that it names so. */
    Optional<UUID> agreement(String reference) {
        return named(terms.agreements(), reference, 0);
    }

    /** The id of the legal act that it names so. */
    Optional<UUID> legalAct(String reference) {
        return named(terms.restsOn(), reference, terms.agreements().size());
    }

    private Optional<UUID> named(List<String> references, String reference, int first) {
        int place = references.indexOf(reference);
        return place < 0 || first + place >= restsOn.size()
                ? Optional.empty()
                : Optional.of(restsOn.get(first + place));
    }

    /** Takes the parties' judgement; whether both stand by it is for their confirmations to say. */
    void assess(Assessment joint) {
        if (!joint.equals(assessment)) {
            confirmations = confirmations.withNewAssessment();
        }
        assessment = joint;
    }

    @Override
    protected List<Reference> references() {
        // a row of before there were ids for the names has fewer of them
        int agreements = Math.min(terms.agreements().size(), restsOn.size());
        List<Reference> references =
                new ArrayList<>(Reference.ofEach("/agreements", "AGREEMENT", restsOn.subList(0, agreements)));
        references.addAll(Reference.ofEach("/restsOn", "LEGAL_ACT", restsOn.subList(agreements, restsOn.size())));
        references.addAll(Reference.ofOne("/predecessor", "PROGRAMME", predecessorId));
        references.addAll(Reference.ofOne("/parent", "PROGRAMME", parentId));
        return references;
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

    /**
     * Takes the word of parties on a goal.
     *
     * @return whether it is a new one
     * @throws ProblemException 404 when there is no such goal
     */
    boolean confirmGoal(String goalId, List<Confirmation> words) {
        UUID goal = goals.stream()
                .map(Goal::id)
                .filter(id -> id != null && id.toString().equalsIgnoreCase(goalId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return take(confirmations.said(goal, words));
    }

    /**
     * Takes the word of parties on the assessment.
     *
     * @return whether it is a new one
     * @throws ProblemException 404 when there is no assessment
     */
    boolean confirmAssessment(List<Confirmation> words) {
        if (assessment == null) {
            throw ProblemException.notFound();
        }
        return take(confirmations.said(words));
    }

    private boolean take(ProgrammeConfirmations said) {
        boolean isNew = !said.equals(confirmations);
        confirmations = said;
        return isNew;
    }

    Confirmations confirmations(Goal goal) {
        return confirmations.of(goal.id());
    }

    Confirmations assessmentConfirmations() {
        return confirmations.assessment();
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(terms.fields(), null);
    }
}
