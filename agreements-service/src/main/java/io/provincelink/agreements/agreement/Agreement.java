package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementAction;
import io.provincelink.agreements.agreement.life.AgreementActionRequest;
import io.provincelink.agreements.agreement.life.AgreementActionType;
import io.provincelink.agreements.agreement.life.Course;
import io.provincelink.agreements.agreement.life.Life;
import io.provincelink.agreements.agreement.life.Phase;
import io.provincelink.agreements.agreement.life.Setting;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Coded;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An agreement between two or more regions. */
@Entity
public class Agreement extends SearchableRecord implements Coded {

    @Column(nullable = false, updatable = false)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AgreementKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AgreementLevel level;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Text title;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Life life;

    // What follows from its life, for the filters.

    private @Nullable LocalDate signedOn;

    private @Nullable LocalDate periodFrom;

    private @Nullable LocalDate periodTo;

    private @Nullable LocalDate endsOn;

    @ElementCollection
    @CollectionTable(name = "agreement_phase", joinColumns = @JoinColumn(name = "agreement_id"))
    private Set<Phase> phases;

    /** Names of the fields, for the filter. */
    @Column(nullable = false)
    private List<String> fields;

    /** The agreements and legal acts that it rests on, in the order of the terms. */
    @Column(nullable = false)
    private List<UUID> restsOn;

    private @Nullable UUID renews;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private AgreementTerms terms;

    /** What is said of the documents; their bytes are kept apart. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<FiledDocument> documents = List.of();

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(Registration registration, AgreementDraft draft, AgreementLinks links) {
        super(registration);
        this.code = draft.code();
        this.phases = new HashSet<>();
        take(draft, links);
        live(draft.stated(), registration.anchor().regions());
    }

    /**
     * Changes what it says; the code stays, addresses are built on it.
     *
     * @throws ProblemException 400 when the change would contradict the actions that were recorded; 403 or 409 when what was signed would
     *     change
     */
    void revise(AgreementDraft draft, AgreementLinks links, Anchor anchor, Caller caller) {
        AgreementSubstance.requireMayChange(this, draft, caller);
        Life stated = restated(draft);
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft, links);
        if (!stated.equals(life)) {
            live(stated, anchor.regions());
        }
        if (!course(anchor.regions()).isSound()) {
            // who did something stays a party
            throw ProblemException.invalid(Fault.fixed("/parties", String.join(", ", parties())));
        }
    }

    /** The days of a record that has actions follow from these. */
    private Life restated(AgreementDraft draft) {
        boolean sameSigning = Objects.equals(draft.signedOn(), signedOn);
        boolean samePeriod = Objects.equals(draft.period(), period());
        if (sameSigning && samePeriod) {
            return life;
        }
        Anchor.requireNone(fixed(draft));
        return life.stating(draft.signedOn(), draft.period());
    }

    /** What the draft would change of the days from which its course follows, once that has begun. */
    List<Fault> fixed(AgreementDraft draft) {
        List<Fault> faults = new ArrayList<>();
        if (!life.actions().isEmpty() && !Objects.equals(draft.signedOn(), signedOn)) {
            faults.add(Fault.fixed("/signedOn", signedOn));
        }
        if (!life.actions().isEmpty() && !Objects.equals(draft.period(), period())) {
            faults.add(Fault.fixed("/period", period()));
        }
        return faults;
    }

    /**
     * Does what was asked.
     *
     * @throws ProblemException 400, 403, or 409 naming the actions that are possible on that day
     */
    void act(AgreementActionRequest request, Caller caller, Instant now) {
        Anchor.requireNone(request.faults(parties(), caller));
        String party = Authority.party(this, request, caller);
        Course course = course(caller.regions());
        AgreementAction action = request.by(caller, party, now);
        Life longer = course.with(action).orElseThrow(() -> course.refusal(action, caller.today()));
        live(longer, caller.regions());
        if (request.type() == AgreementActionType.SUCCEED) {
            show(visibility(), caller.regions());
        }
    }

    /**
     * Takes an action back that should not have been recorded, as if it had never been; the change log keeps both versions.
     *
     * @throws ProblemException 404 when there is none of that number, 403 when the caller could not have recorded it, 409 when another one
     *     was recorded since
     */
    void takeBack(int number, Caller caller) {
        AgreementAction action = life.action(number).orElseThrow(ProblemException::notFound);
        Authority.requireRecorder(this, action, caller);
        AgreementAction latest = life.latest().orElse(action);
        if (!latest.equals(action)) {
            throw ProblemException.of(
                    AgreementProblem.NOT_LATEST_ACTION, latest.number(), latest.type(), latest.on(), latest.region());
        }
        live(life.without(action), caller.regions());
        if (action.type() == AgreementActionType.SUCCEED) {
            show(visibility(), caller.regions());
        }
    }

    private void live(Life newLife, Regions regions) {
        life = newLife;
        Course course = course(regions);
        signedOn = course.signedOn();
        periodFrom = course.inForceSince();
        periodTo = course.inForceUntil();
        endsOn = course.lastDay();
        Set<Phase> now = Set.copyOf(course.phases());
        phases.retainAll(now);
        phases.addAll(now);
    }

    /** Its life told with what the list of regions says of its parties. */
    Course course(Regions regions) {
        Map<String, LocalDate> lastDays = new HashMap<>();
        for (String party : parties()) {
            regions.on(party, anchor()).map(Region::validTo).ifPresent(lastDay -> lastDays.put(party, lastDay));
        }
        return Course.of(life, new Setting(parties(), lastDays, visibility() != Visibility.OWN_SIDE));
    }

    @Override
    protected List<Heir> heirs(String party) {
        if (life == null) {
            return List.of(); // not yet, while the record is being made
        }
        List<AgreementAction> handed = life.actions().stream()
                .filter(action -> action.type() == AgreementActionType.SUCCEED)
                .filter(action -> action.region().equals(party))
                .toList();
        return handed.stream()
                .flatMap(action -> action.to().stream()
                        .map(taker -> new Heir(taker, action.on(), action == handed.get(handed.size() - 1))))
                .toList();
    }

    /** The last handing over of the party's part until that day. */
    Optional<AgreementAction> handedOver(String party, LocalDate day) {
        return life.actions().stream()
                .filter(action -> action.type() == AgreementActionType.SUCCEED)
                .filter(action -> action.region().equals(party) && !action.on().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    Life life() {
        return life;
    }

    /** What was done, as everybody may know it who sees the agreement. */
    List<AgreementAction> actions() {
        return actionsWithNotesOf(party -> false);
    }

    /** The same, with the notes of the caller's own preparation. */
    List<AgreementAction> actionsFor(Caller caller) {
        return actionsWithNotesOf(party -> caller.reads() && isActedForBy(caller, party));
    }

    private List<AgreementAction> actionsWithNotesOf(Predicate<String> side) {
        return life.actions().stream()
                .map(action ->
                        action.type().isPreparation() && !side.test(action.region()) ? action.withoutNote() : action)
                .toList();
    }

    private void take(AgreementDraft draft, AgreementLinks links) {
        kind = draft.kind();
        level = draft.level();
        title = draft.title();
        fields = draft.fields().stream().map(Enum::name).toList();
        restsOn = List.copyOf(links.restsOn());
        renews = links.renews();
        terms = draft.terms();
    }

    List<UUID> restsOn() {
        return restsOn;
    }

    @Nullable
    UUID renews() {
        return renews;
    }

    @Override
    protected List<Reference> references() {
        List<Reference> references = new ArrayList<>(Reference.ofOne("/renews", "AGREEMENT", renews));
        references.addAll(Reference.ofEach("/restsOn", "AGREEMENT", restsOn));
        references.addAll(Reference.ofEach("/restsOn", "LEGAL_ACT", restsOn));
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

    AgreementKind kind() {
        return kind;
    }

    AgreementLevel level() {
        return level;
    }

    Text title() {
        return title;
    }

    @Nullable
    LocalDate signedOn() {
        return signedOn;
    }

    @Nullable
    Period period() {
        return periodFrom == null || periodTo == null ? null : new Period(periodFrom, periodTo);
    }

    @Nullable
    LocalDate inForceSince() {
        return periodFrom;
    }

    AgreementTerms terms() {
        return terms;
    }

    /** As they were filed, with the withdrawn ones, in the order in which they came. */
    public List<FiledDocument> documents() {
        return documents;
    }

    /** As they bind: what was filed as authentic is so only while its language is among the authentic ones. */
    public List<FiledDocument> bindingDocuments() {
        return documents.stream()
                .map(document -> document.bindingIn(authenticLanguages()))
                .toList();
    }

    /** Whether somebody has signed it, here or as the record states. */
    public boolean isSigned() {
        return life.signedHere() || life.stated();
    }

    /** The documents and their versions as far as the caller could see them in their time. */
    public List<FiledDocument> documentsFor(Caller caller) {
        return bindingDocuments().stream()
                .flatMap(document -> document.with(version -> couldSee(caller, version)).stream())
                .toList();
    }

    private boolean couldSee(Caller caller, FiledVersion version) {
        return switch (version.shownTo()) {
            case PUBLIC -> true;
            case PARTIES -> caller.reads() && parties().stream().anyMatch(party -> isActedForBy(caller, party));
            case OWN_SIDE -> caller.reads() && isActedForBy(caller, owner());
        };
    }

    @Override
    public boolean publish(Visibility to, String party, Regions regions) {
        boolean changed = super.publish(to, party, regions);
        documents = documents.stream()
                .map(document -> document.shownTo(visibility()))
                .toList();
        return changed;
    }

    /** Takes a document in, or its newer state in place of the present one. */
    public void file(FiledDocument document) {
        documents = document.among(documents);
    }

    public List<String> authenticLanguages() {
        return terms.authenticLanguages();
    }

    public @Nullable String prevailingLanguage() {
        return terms.prevailingLanguage();
    }

    /** Not what a party has signed here. */
    @Override
    public boolean mayBeTakenBack() {
        return super.mayBeTakenBack()
                && life.actions().stream().noneMatch(action -> action.type() == AgreementActionType.SIGN);
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(terms.fields(), level);
    }
}
