package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.delegation.member.SealedMember;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.FoldedText;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.Confirmations;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** People whom one side sends to the other: proposed by either, answered by the other side, and reported on at the end. */
@Entity
public class Delegation extends SearchableRecord {

    @Column(nullable = false, updatable = false)
    private String sending;

    @Column(nullable = false, updatable = false)
    private String receiving;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DelegationLevel level;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DelegationStatus status;

    /** Names of the fields, for the filter. */
    @Column(nullable = false)
    private List<String> fields;

    @Column(nullable = false)
    private LocalDate periodFrom;

    @Column(nullable = false)
    private LocalDate periodTo;

    private int size;

    /** Its members are kept as long as those of one that ended then. */
    private @Nullable LocalDate givenUpOn;

    /** How many travelled in the end, where the report says another number. */
    private @Nullable Integer travelled;

    /** The head's name as a search sees it, to find where else the same person is. */
    @Column(nullable = false)
    private List<String> heads;

    private @Nullable String programme;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private DelegationTerms terms;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Text report;

    /** What each side says to the report. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Confirmations confirmations = Confirmations.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<DelegationStep> transitions;

    @ElementCollection
    @CollectionTable(name = "delegation_member", joinColumns = @JoinColumn(name = "delegation_id"))
    @OrderColumn(name = "place")
    private List<SealedMember> members;

    /** The last day on which the other side may read who travels. */
    private @Nullable LocalDate membersReleasedUntil;

    @Transient
    private boolean membersChanged;

    @SuppressWarnings("NullAway.Init")
    protected Delegation() {}

    Delegation(Registration registration, DelegationDraft draft, List<SealedMember> sealed) {
        super(registration);
        sending = draft.sending();
        receiving = draft.receiving();
        status = DelegationStatus.PROPOSED;
        transitions = List.of();
        members = new ArrayList<>(sealed);
        membersChanged = !sealed.isEmpty();
        take(draft);
    }

    /**
     * Changes what is said of it; who sends whom stays, that would be another delegation.
     *
     * @throws ProblemException 409 naming what may still change, when it is a proposal no more and its substance would change
     */
    void revise(DelegationDraft draft, Anchor anchor) {
        boolean substanceStays = draft.substance().equals(DelegationSubstance.of(this));
        if (status != DelegationStatus.PROPOSED && !substanceStays) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, DelegationSubstance.REST);
        }
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        Visibility asked = terms.visibility();
        take(draft);
        terms = terms.askingFor(asked); // what its readers were promised stands
    }

    private void take(DelegationDraft draft) {
        level = draft.level();
        fields = draft.fields().stream().map(Enum::name).toList();
        periodFrom = draft.period().from();
        periodTo = draft.period().to();
        size = draft.size();
        programme = draft.programme();
        terms = draft.terms();
        heads = foldedNames(draft.head());
    }

    private static List<String> foldedNames(@Nullable Text head) {
        return head == null
                ? List.of()
                : Stream.of(head.vi(), head.zh(), head.en())
                        .filter(Objects::nonNull)
                        .map(FoldedText::of)
                        .filter(Predicate.not(String::isEmpty))
                        .distinct()
                        .toList();
    }

    /** Sets who travels; who was erased stays so. */
    void name(List<SealedMember> readable) {
        if (!readable.equals(readableMembers())) {
            List<SealedMember> erased =
                    members.stream().filter(SealedMember::isErased).toList();
            replaceMembers(Stream.concat(readable.stream(), erased.stream()).toList());
        }
    }

    /** Leaves nothing of these members but that they were there. */
    void erase(Set<UUID> persons, Instant at) {
        replaceMembers(members.stream()
                .map(member -> persons.contains(member.person()) && !member.isErased() ? member.erase(at) : member)
                .toList());
    }

    private void replaceMembers(List<SealedMember> next) {
        members.clear();
        members.addAll(next);
        membersChanged = true;
    }

    /**
     * Lets the other side read who travels, until the end of a day.
     *
     * @return whether that is another day than before
     * @throws ProblemException 400 when the day is past, or more than a year after the return; 409 when nobody travels after all
     */
    boolean release(LocalDate until, LocalDate today) {
        if (status.isGivenUp()) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, named(Set.of()));
        }
        if (until.isBefore(today)) {
            throw ProblemException.invalid(Fault.at("/until", "before", today));
        }
        // not the other way round: there are days of return to which no year can be added
        if (until.minusYears(1).isAfter(periodTo)) {
            throw ProblemException.invalid(Fault.at("/until", "after", periodTo.plusYears(1)));
        }
        boolean isNew = !until.equals(membersReleasedUntil);
        membersReleasedUntil = until;
        return isNew;
    }

    void withhold() {
        membersReleasedUntil = null;
    }

    /** Whether the other side may read who travels on that day. */
    boolean isReleased(LocalDate on) {
        return membersReleasedUntil != null && !on.isAfter(membersReleasedUntil);
    }

    /**
     * Takes a step for the caller's side.
     *
     * @throws ProblemException 409 naming the possible steps, 403 when this one is not the caller's to take, 400 when it would be
     *     completed without a report
     */
    void move(DelegationTransition step, Caller caller, Instant at) {
        // it may be tomorrow there already
        boolean hasCome = !periodFrom.isAfter(caller.today().plusDays(1));
        Set<DelegationStatus> next = status.next(visibility() != Visibility.OWN_SIDE, hasCome);
        if (!next.contains(step.to())) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, named(next));
        }
        String party = partyFor(step.to(), caller);
        Text told = step.report() == null ? report : step.report();
        List<Fault> faults = new ArrayList<>(step.faults());
        if (step.to() == DelegationStatus.COMPLETED && told == null) {
            faults.add(Fault.at("/report", "required"));
        }
        Anchor.requireNone(faults);
        status = step.to();
        if (status.isGivenUp()) {
            membersReleasedUntil = null;
            givenUpOn = caller.today();
        }
        report = told;
        travelled = step.travelled();
        transitions = Stream.concat(
                        transitions.stream(), Stream.of(new DelegationStep(step.to(), at, party, step.note())))
                .toList();
        // both sides have agreed now, and neither asked to keep it between them
        if (status == DelegationStatus.ACCEPTED && terms.visibility() == null && !isSensitive()) {
            show(Visibility.PUBLIC, caller.regions());
        }
    }

    /**
     * Corrects what came of it. Who agreed did so to what was said before.
     *
     * @throws ProblemException 409 when it has not come to its end
     */
    void correct(DelegationReport corrected) {
        requireCompleted();
        if (!corrected.report().equals(report) || !Objects.equals(corrected.travelled(), travelled)) {
            confirmations = Confirmations.NONE;
        }
        report = corrected.report();
        travelled = corrected.travelled();
    }

    /**
     * Takes the word of parties on what came of it.
     *
     * @return whether it is a new one
     * @throws ProblemException 409 when it has not come to its end
     */
    boolean confirm(List<Confirmation> words) {
        requireCompleted();
        Confirmations said = confirmations.with(words);
        boolean isNew = !said.equals(confirmations);
        confirmations = said;
        return isNew;
    }

    private void requireCompleted() {
        if (status != DelegationStatus.COMPLETED) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, DelegationStatus.COMPLETED);
        }
    }

    private String partyFor(DelegationStatus to, Caller caller) {
        if (to.isAnswer()) {
            if (!caller.has(Role.APPROVER)) {
                throw ProblemException.roleNeeded(Role.APPROVER);
            }
            return caller.requireDecidesForOneOf(List.of(otherSide()), anchor());
        }
        return caller.requireActsForOneOf(status == DelegationStatus.PROPOSED ? List.of(owner()) : parties(), anchor());
    }

    /** One side's paper: the other may keep one of its own under the same key. */
    @Override
    protected List<String> authors() {
        return List.of(owner());
    }

    /** The side that did not write it. */
    private String otherSide() {
        return owner().equals(sending) ? receiving : sending;
    }

    @Override
    protected void describe(SearchText search) {
        search.add(terms.purpose()).add(terms.head()).add(terms.invitation());
        search.add(terms.authorisation() == null ? null : terms.authorisation().number());
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(terms.fields(), level);
    }

    private static String named(Set<DelegationStatus> steps) {
        return steps.isEmpty() ? "–" : steps.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    String sending() {
        return sending;
    }

    String receiving() {
        return receiving;
    }

    DelegationLevel level() {
        return level;
    }

    DelegationStatus status() {
        return status;
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    int size() {
        return size;
    }

    @Nullable
    String programme() {
        return programme;
    }

    DelegationTerms terms() {
        return terms;
    }

    @Nullable
    Text report() {
        return report;
    }

    List<DelegationStep> transitions() {
        return transitions;
    }

    @Nullable
    Integer travelled() {
        return travelled;
    }

    List<String> heads() {
        return heads;
    }

    Confirmations confirmations() {
        return confirmations;
    }

    /** How the sides stand to what came of it; null as long as nothing has. */
    @Nullable
    Standing standing() {
        return status == DelegationStatus.COMPLETED ? confirmations.standing(parties()) : null;
    }

    List<SealedMember> members() {
        return List.copyOf(members);
    }

    List<SealedMember> readableMembers() {
        return members.stream().filter(Predicate.not(SealedMember::isErased)).toList();
    }

    @Nullable
    LocalDate membersReleasedUntil() {
        return membersReleasedUntil;
    }

    /** Whether this write changed who travels. */
    boolean membersChanged() {
        return membersChanged;
    }
}
