package io.provincelink.record;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.change.Logged;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Root of every aggregate: identity, version, parties and who may see it. Children live in the root's row or are reached through it, so
 * that any change of theirs moves the root's version.
 */
@MappedSuperclass
public abstract class RecordRoot implements Logged {

    @Id
    private UUID id;

    @Version
    private long version;

    /** The party whose side wrote it. */
    @Column(nullable = false)
    private String owner;

    @Column(nullable = false)
    private List<String> parties;

    /** The day that decides which units the codes of the parties mean. */
    @Column(nullable = false)
    private LocalDate anchor;

    /** Codes of the parties, of who took a part over, and of all units they lie in: what a unit does counts for the units around it. */
    @Column(nullable = false)
    private List<String> within;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Visibility visibility;

    /** Keys of the units that may see it, derived from visibility and parties; the scope predicate of every query compares it with {@link Caller#scope()}. */
    @Column(nullable = false)
    private List<String> readers;

    /** Parties whose approvers agreed to publish what it says now. */
    @Column(nullable = false)
    private List<String> consents;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<ExternalId> externalIds;

    /** {@code system:id} of each external id, for the index that finds them. */
    @Column(nullable = false)
    private List<String> externalKeys;

    @Column(nullable = false)
    private Instant recordedAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @Transient
    private @Nullable Sight before;

    @Transient
    private List<String> keysBefore = List.of();

    @Transient
    private List<Reference> referencesBefore = List.of();

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RecordRoot() {}

    protected RecordRoot(Registration registration) {
        this.id = registration.id();
        this.owner = registration.owner();
        setExternalIds(registration.externalIds());
        this.recordedAt = registration.at();
        this.updatedAt = registration.at();
        this.visibility = registration.visibility();
        this.consents = new ArrayList<>();
        place(registration.parties(), registration.anchor());
    }

    /** What every new record needs. */
    public record Registration(
            UUID id,
            String owner,
            List<String> parties,
            Anchor anchor,
            Visibility visibility,
            List<ExternalId> externalIds,
            Instant at) {}

    /**
     * Who was concerned and who could see it, for the change log.
     *
     * @param within codes of who was concerned and of all units that these lie in
     */
    public record Sight(Visibility visibility, List<String> parties, List<String> readers, List<String> within) {}

    @PostLoad
    void remember() {
        before = sight();
        keysBefore = externalKeys;
        referencesBefore = references();
    }

    /**
     * Sets the parties as of the anchor day, and with them who may see the record.
     *
     * @throws ProblemException 400 when the parties change although the other side may see the record, or the owner's side leaves it
     */
    protected final void place(List<String> newParties, Anchor newAnchor) {
        if (parties != null) {
            requireSameParties(newParties);
            owner = sameSide(newParties, newAnchor);
        }
        parties = List.copyOf(newParties);
        anchor = newAnchor.day();
        show(visibility, newAnchor.regions());
    }

    /** Else one side could show a record of both to a third, or take it away from the other. */
    private void requireSameParties(List<String> newParties) {
        if (visibility != Visibility.OWN_SIDE && !Set.copyOf(newParties).equals(Set.copyOf(parties))) {
            throw ProblemException.invalid(Fault.at("/parties", "parties-fixed", String.join(", ", parties)));
        }
    }

    /** The party on the owner's side when the owner itself is none any more: its successor, or a unit in or around it. */
    private String sameSide(List<String> newParties, Anchor newAnchor) {
        if (newParties.contains(owner)) {
            return owner;
        }
        List<String> side = guardians(List.of(owner), newAnchor.regions());
        return newParties.stream()
                .filter(party -> newAnchor.regions().guardians(newAnchor.unit(party)).stream()
                        .anyMatch(side::contains))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at("/parties", "owner-stays", owner)));
    }

    /**
     * Who agreed to publish the record agreed to what it said before. What is public stays so; that a party has not agreed to the new
     * wording is for everybody to see.
     */
    final void withdrawConsents() {
        consents = new ArrayList<>();
    }

    /** Narrowing is never done: what was seen cannot be unseen. */
    protected final void show(Visibility wider, Regions regions) {
        visibility = wider;
        within = around(regions);
        readers = switch (wider) {
            case PUBLIC -> List.of(Caller.EVERYBODY);
            case PARTIES -> guardians(parties, regions);
            case OWN_SIDE -> guardians(List.of(owner), regions);
        };
    }

    /** Who took a party's part over has the record among its own. */
    private List<String> around(Regions regions) {
        Collection<String> codes = new TreeSet<>();
        for (String party : parties) {
            codes.addAll(regions.within(unit(party, regions)));
            heirs(party).forEach(heir -> regions.on(heir.region(), heir.on())
                    .ifPresent(taker -> codes.addAll(regions.within(taker))));
        }
        return List.copyOf(codes);
    }

    private Region unit(String code, Regions regions) {
        return regions.on(code, anchor).orElseThrow(() -> new IllegalStateException(code + " on " + anchor));
    }

    private List<String> guardians(List<String> units, Regions regions) {
        Collection<String> keys = new TreeSet<>();
        for (String code : units) {
            keys.addAll(regions.guardians(unit(code, regions)));
            heirs(code).forEach(heir -> regions.on(heir.region(), heir.on())
                    .ifPresent(taker -> keys.addAll(regions.guardians(taker))));
        }
        return List.copyOf(keys);
    }

    /**
     * A party's approver agrees to show the record to more readers. Its own side alone may show it to the parties; everybody may see it
     * once an approver of every party has agreed. After a change of a public record they may agree anew.
     *
     * @param party the party whose approver agrees
     * @return whether anything changed
     */
    public boolean publish(Visibility to, String party, Regions regions) {
        Visibility was = visibility;
        boolean agreed = to == Visibility.PUBLIC && agree(party);
        if (to != Visibility.OWN_SIDE && visibility == Visibility.OWN_SIDE && party.equals(owner)) {
            show(Visibility.PARTIES, regions);
        }
        if (to == Visibility.PUBLIC && visibility == Visibility.PARTIES && consents.containsAll(parties)) {
            show(Visibility.PUBLIC, regions);
        }
        return agreed || was != visibility;
    }

    private boolean agree(String party) {
        if (consents.contains(party)) {
            return false;
        }
        consents = new ArrayList<>(consents);
        return consents.add(party);
    }

    /** The parties whose sides may change it: each of them, unless the record is what one side alone says. */
    protected List<String> writers() {
        return parties;
    }

    /** The parties whose sides may hand it in anew as a whole, under a partner's key. */
    protected List<String> authors() {
        return writers();
    }

    /**
     * Whether its side may still take it back: not what everybody may have read, nor what another side agreed to show. That no other side
     * has written a version of it is asked of the change log.
     */
    public boolean mayBeTakenBack() {
        return visibility != Visibility.PUBLIC && consents.stream().allMatch(owner::equals);
    }

    /** From now on it exists for nobody; its id and code stay taken, and the change log keeps what it was. */
    final void takeBack() {
        readers = List.of();
        externalKeys = List.of(); // a partner may hand it in again
    }

    /** Whether what it is about is for the parties' eyes, see {@link Sensitivity}; a type of record without fields or level has no such. */
    public boolean isSensitive() {
        return false;
    }

    /** Whether it is noted who reads it. What everybody may read is no secret. */
    public final boolean isReadAudited() {
        return isSensitive() && visibility != Visibility.PUBLIC;
    }

    /** The other records of this service that it names; see {@link Reference}. A type that names none has nothing to say. */
    protected List<Reference> references() {
        return List.of();
    }

    final boolean namedBefore(Reference reference) {
        return referencesBefore.stream().anyMatch(reference::isSameAs);
    }

    /** Makes the row dirty, so that the version moves also when only a child in another table changed. */
    final void touch(Instant now) {
        updatedAt = now;
    }

    protected final void setExternalIds(List<ExternalId> newExternalIds) {
        externalIds = List.copyOf(newExternalIds);
        externalKeys = externalIds.stream().map(ExternalId::toString).toList();
    }

    public final UUID id() {
        return id;
    }

    public final long version() {
        return version;
    }

    public final String owner() {
        return owner;
    }

    public final List<String> parties() {
        return parties;
    }

    public final LocalDate anchor() {
        return anchor;
    }

    public final Visibility visibility() {
        return visibility;
    }

    public final List<String> consents() {
        return consents;
    }

    public final List<ExternalId> externalIds() {
        return externalIds;
    }

    /** {@code system:id} of the external ids that it did not have when it was read, in order. */
    final List<String> newKeys() {
        return externalKeys.stream()
                .filter(key -> !keysBefore.contains(key))
                .distinct()
                .sorted()
                .toList();
    }

    public final Instant recordedAt() {
        return recordedAt;
    }

    public final Instant updatedAt() {
        return updatedAt;
    }

    public final Sight sight() {
        return new Sight(visibility, parties, readers, within);
    }

    final @Nullable Sight sightBefore() {
        return before;
    }

    /**
     * A unit to which a party's part was handed although the list of regions does not name it as a successor.
     *
     * @param on the day on which its code means that unit
     * @param acting whether it still acts for the party; who once held the part goes on seeing the record
     */
    public record Heir(String region, LocalDate on, boolean acting) {}

    /** The units to which the party's part was handed; none, unless a record says otherwise. */
    protected List<Heir> heirs(String party) {
        return List.of();
    }

    /** Whether the caller may act for that party: by the list of regions, or because the party's part was handed to it. */
    public final boolean isActedForBy(Caller caller, String party) {
        return caller.actsFor(party, anchor)
                || heirs(party).stream().anyMatch(heir -> heir.acting() && caller.actsFor(heir.region(), heir.on()));
    }

    /** Whether the caller may decide as exactly that party, in the same way. */
    public final boolean isDecidedForBy(Caller caller, String party) {
        return caller.decidesFor(party, anchor)
                || heirs(party).stream().anyMatch(heir -> heir.acting() && caller.decidesFor(heir.region(), heir.on()));
    }
}
