package io.provincelink.exchanges.delegation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.Sensitivity;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** People whom one side sends to the other: proposed by either, answered by the other side, and reported on at the end. */
@Entity
public class Delegation extends RecordRoot {

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

    private @Nullable String programme;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private DelegationTerms terms;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Text report;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<DelegationStep> transitions;

    @ElementCollection
    @CollectionTable(name = "delegation_member", joinColumns = @JoinColumn(name = "delegation_id"))
    @OrderColumn(name = "place")
    private List<Member> members;

    @Transient
    private boolean membersChanged;

    @SuppressWarnings("NullAway.Init")
    protected Delegation() {}

    Delegation(Registration registration, DelegationDraft draft) {
        super(registration);
        sending = draft.sending();
        receiving = draft.receiving();
        status = DelegationStatus.PROPOSED;
        transitions = List.of();
        members = new ArrayList<>();
        take(draft);
    }

    /**
     * Changes what is said of it; who sends whom stays, that would be another delegation.
     *
     * @throws ProblemException 409 naming what may still change, when it is a proposal no more and its substance would change
     */
    void revise(DelegationDraft draft, Anchor anchor) {
        boolean substanceStays =
                draft.substance().equals(DelegationDraft.of(this).substance());
        if (status != DelegationStatus.PROPOSED && !substanceStays) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, DelegationSubstance.REST);
        }
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(DelegationDraft draft) {
        level = draft.level();
        fields = draft.fields().stream().map(Enum::name).toList();
        periodFrom = draft.period().from();
        periodTo = draft.period().to();
        size = draft.size();
        programme = draft.programme();
        terms = draft.terms();
        if (!List.copyOf(members).equals(draft.members())) {
            members.clear();
            members.addAll(draft.members());
            membersChanged = true;
        }
    }

    /**
     * Takes a step for the caller's side.
     *
     * @throws ProblemException 409 naming the possible steps, 403 when this one is not the caller's to take
     */
    void move(DelegationTransition step, Caller caller, Instant at) {
        if (!possible().contains(step.to())) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, named(possible()));
        }
        String party = partyFor(step.to(), caller);
        status = step.to();
        report = step.report() == null ? report : step.report();
        transitions = Stream.concat(
                        transitions.stream(), Stream.of(new DelegationStep(step.to(), at, party, step.note())))
                .toList();
        // both sides have agreed now, and neither asked to keep it between them
        if (status == DelegationStatus.ACCEPTED && terms.visibility() == null && !isSensitive()) {
            show(Visibility.PUBLIC, caller.regions());
        }
    }

    /** The other side cannot have answered what it cannot see. */
    private Set<DelegationStatus> possible() {
        Set<DelegationStatus> next = status.next();
        if (visibility() == Visibility.OWN_SIDE) {
            next.removeIf(DelegationStatus::isAnswer);
        }
        return next;
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

    /** The side that did not write it. */
    private String otherSide() {
        return owner().equals(sending) ? receiving : sending;
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

    List<Member> members() {
        return List.copyOf(members);
    }

    /** Whether this write changed who travels. */
    boolean membersChanged() {
        return membersChanged;
    }
}
