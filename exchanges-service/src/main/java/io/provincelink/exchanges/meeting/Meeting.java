package io.provincelink.exchanges.meeting;

import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.KeptIds;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.confirmation.Confirmation;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One meeting, planned or held, with its agenda, its participants and what came out of it. */
@Entity
public class Meeting extends SearchableRecord {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeetingKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable MeetingLevel level;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeetingStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Format format;

    /** The mechanism whose session it is. */
    private @Nullable UUID mechanism;

    /** The day of the start on the spot, for filters and counts; null where only words were published. */
    private @Nullable LocalDate startOn;

    /** The day of the end on the spot, where one was named. */
    private @Nullable LocalDate endOn;

    /** Names of the fields, for the filter. */
    @Column(nullable = false)
    private List<String> fields;

    private @Nullable String programme;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private MeetingTerms terms;

    // a page of a list shows the outcomes of all its meetings
    @ElementCollection
    @CollectionTable(name = "meeting_outcome", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = 200)
    private List<OutcomeRow> outcomes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private MeetingConfirmations confirmations = MeetingConfirmations.NONE;

    /** The other sessions that its outcomes name. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<NamedSession> sessions;

    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    Meeting(Registration registration, MeetingDraft draft, List<NamedSession> sessions) {
        super(registration);
        this.outcomes = new ArrayList<>();
        take(draft, registration.anchor(), sessions);
    }

    void revise(MeetingDraft draft, Anchor anchor, List<NamedSession> named) {
        // among other parties, everything was agreed by others
        boolean sameParties = Set.copyOf(draft.regions()).equals(Set.copyOf(parties()));
        MeetingSubstance substance = MeetingSubstance.of(terms);
        List<OutcomeRow> before = outcomes();
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft, anchor, named);
        confirmations = sameParties ? confirmations.afterChange(before, outcomes) : MeetingConfirmations.NONE;
        if (!substance.equals(MeetingSubstance.of(terms))) {
            confirmations = confirmations.withNewMinutes();
        }
    }

    private void take(MeetingDraft draft, Anchor anchor, List<NamedSession> named) {
        kind = draft.kind();
        level = draft.level();
        status = draft.status();
        format = draft.format();
        mechanism = draft.mechanism();
        startOn = draft.startOn();
        endOn = draft.endOn();
        fields = draft.fields().stream().map(Enum::name).toList();
        programme = draft.programme();
        terms = draft.terms();
        sessions = List.copyOf(named);
        List<OutcomeDraft> before = outcomes.stream().map(OutcomeRow::draft).toList();
        List<String> around = sight().within();
        List<OutcomeRow> after = KeptIds.of(draft.outcomes(), before, OutcomeDraft::id, OutcomeDraft::withId).stream()
                .map(outcome -> OutcomeRow.of(outcome, anchor, around))
                .toList();
        if (!List.copyOf(outcomes).equals(after)) {
            outcomes.clear();
            outcomes.addAll(after);
        }
    }

    MeetingKind kind() {
        return kind;
    }

    @Nullable
    MeetingLevel level() {
        return level;
    }

    MeetingStatus status() {
        return status;
    }

    @Nullable
    Format format() {
        return format;
    }

    @Nullable
    UUID mechanism() {
        return mechanism;
    }

    @Nullable
    LocalDate startOn() {
        return startOn;
    }

    @Nullable
    LocalDate endOn() {
        return endOn;
    }

    @Nullable
    String programme() {
        return programme;
    }

    MeetingTerms terms() {
        return terms;
    }

    List<OutcomeRow> outcomes() {
        return List.copyOf(outcomes);
    }

    /**
     * Where an outcome stands among the others.
     *
     * @throws ProblemException 404 when there is no such outcome
     */
    int placeOf(String outcomeId) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).outcomeId().toString().equalsIgnoreCase(outcomeId)) {
                return i;
            }
        }
        throw ProblemException.notFound();
    }

    /** @throws ProblemException 404 when there is no such outcome */
    AgreedOutcome outcome(String outcomeId) {
        return new AgreedOutcome(this, outcomes.get(placeOf(outcomeId)));
    }

    /** The session that the outcome at this place is carried to, or that it comes from. */
    @Nullable
    UUID session(String pointer) {
        return sessions.stream()
                .filter(named -> named.pointer().equals(pointer))
                .map(NamedSession::meeting)
                .findFirst()
                .orElse(null);
    }

    MeetingConfirmations confirmations() {
        return confirmations;
    }

    /**
     * Takes the word of parties on the minutes.
     *
     * @return whether it is a new one
     * @throws ProblemException 409 when there are no minutes
     */
    boolean confirmMinutes(List<Confirmation> words) {
        if (terms.minutes() == null) {
            throw ProblemException.of(MeetingProblem.NO_MINUTES);
        }
        return take(confirmations.said(words));
    }

    /**
     * Takes the word of parties on an outcome.
     *
     * @return whether it is a new one
     * @throws ProblemException 404 when there is no such outcome
     */
    boolean confirmOutcome(String outcomeId, List<Confirmation> words) {
        UUID outcome = outcome(outcomeId).outcome().outcomeId();
        return take(confirmations.said(outcome, words));
    }

    private boolean take(MeetingConfirmations said) {
        boolean isNew = !said.equals(confirmations);
        confirmations = said;
        return isNew;
    }

    @Override
    protected List<Reference> references() {
        List<Reference> references = new ArrayList<>(Reference.ofOne("/mechanism", "MECHANISM", mechanism));
        sessions.forEach(named -> references.add(new Reference(named.pointer(), "MEETING", named.meeting())));
        return references;
    }

    @Override
    protected void describe(SearchText search) {
        search.add(terms.title()).addParties(terms.parties());
        terms.sites().forEach(site -> {
            search.add(site.place());
            if (site.region() != null) {
                search.addRegions(List.of(site.region()));
            }
        });
        terms.participants()
                .forEach(participant -> search.add(participant.name()).add(participant.role()));
        terms.agenda().forEach(search::add);
        outcomes.forEach(outcome -> search.add(outcome.what()));
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(terms.fields(), level);
    }
}
