package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.delegation.member.Member;
import io.provincelink.exchanges.delegation.member.MemberErasure;
import io.provincelink.exchanges.delegation.member.MemberErasures;
import io.provincelink.exchanges.delegation.member.MemberVault;
import io.provincelink.exchanges.delegation.member.SealedMember;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who travels with a delegation: named by the side that sends them, shown to whom that concerns, erased by request or when the time is over. */
@Singleton
public class DelegationMembers {

    private final Delegations delegations;
    private final MemberVault vault;
    private final MemberErasures erasures;
    private final Regions regions;
    private final Today today;

    DelegationMembers(
            Delegations delegations, MemberVault vault, MemberErasures erasures, Regions regions, Today today) {
        this.delegations = delegations;
        this.vault = vault;
        this.erasures = erasures;
        this.regions = regions;
        this.today = today;
    }

    /** Nobody's caller, for what a rule does by itself. */
    Caller operator() {
        return Caller.anonymous(regions, today.get());
    }

    /** What this reader gets beside what everybody gets; that the other side reads who travels is noted before it does. */
    DelegationView.Beside beside(Caller reader, Delegation delegation, @Nullable List<DelegationWarning> warnings) {
        List<Member> members = null;
        if (isShownTo(reader, delegation)) {
            if (!isOwn(reader, delegation)) {
                delegations.membersShown(reader, delegation);
            }
            members = vault.open(reader, delegation.id(), delegation.members());
        }
        boolean isParty = delegation.parties().stream().anyMatch(party -> isOf(reader, party, delegation));
        return new DelegationView.Beside(members, isParty ? delegation.membersReleasedUntil() : null, warnings);
    }

    /** Whether the reader may read who travels: the side that sends them always, the other one as long as they are released to it. */
    static boolean isShownTo(Caller reader, Delegation delegation) {
        return isOwn(reader, delegation)
                || delegation.isReleased(reader.today())
                        && delegation.parties().stream().anyMatch(party -> isOf(reader, party, delegation));
    }

    private static boolean isOwn(Caller reader, Delegation delegation) {
        return isOf(reader, delegation.sending(), delegation);
    }

    private static boolean isOf(Caller reader, String party, Delegation delegation) {
        return reader.reads() && reader.actsFor(party, delegation.anchor());
    }

    /** Those of a new delegation. */
    List<SealedMember> seal(Caller writer, UUID delegation, DelegationDraft draft) {
        return vault.seal(writer, delegation, draft.named());
    }

    /** Names who travels in the place of those named before. Who is named as before keeps id and key; the others' keys are deleted. */
    void replace(Caller writer, Delegation delegation, List<Member> wanted) {
        List<SealedMember> present = delegation.readableMembers();
        List<Member> known = vault.open(writer, delegation.id(), present);
        Set<UUID> named =
                wanted.stream().map(Member::person).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Integer> kept = new HashSet<>();
        List<Integer> places = new ArrayList<>();
        List<Member> others = new ArrayList<>();
        for (Member one : wanted) {
            int place = IntStream.range(0, known.size())
                    .filter(i -> !kept.contains(i) && isSame(one, known.get(i), named))
                    .findFirst()
                    .orElse(-1);
            places.add(place);
            if (place < 0) {
                others.add(one);
            } else {
                kept.add(place);
            }
        }
        Iterator<SealedMember> sealed =
                vault.seal(writer, delegation.id(), others).iterator();
        // before the delegation changes: the note that is written here would flush it half changed
        vault.drop(
                writer,
                IntStream.range(0, present.size())
                        .filter(i -> !kept.contains(i))
                        .mapToObj(present::get)
                        .toList());
        delegation.name(places.stream()
                .map(place -> place < 0 ? sealed.next() : present.get(place))
                .toList());
    }

    /** Who comes without an id is whoever is called alike, unless that one is named by its id beside. */
    private static boolean isSame(Member wanted, Member known, Set<UUID> named) {
        boolean samePerson = wanted.person() == null
                ? !named.contains(known.person())
                : wanted.person().equals(known.person());
        return samePerson
                && Objects.equals(wanted.name(), known.name())
                && Objects.equals(wanted.position(), known.position());
    }

    /** With the delegation that is taken back. */
    void drop(Caller writer, Delegation delegation) {
        vault.drop(writer, delegation.readableMembers());
    }

    /** Erases those that are still readable. All their keys go together at last, when nothing else can be refused, and before the commit. */
    void erase(Caller eraser, List<Delegation> from, Predicate<SealedMember> whom, MemberErasure.Reason reason) {
        Map<Delegation, List<SealedMember>> gone = new LinkedHashMap<>();
        for (Delegation delegation : from) {
            gone.put(
                    delegation,
                    delegation.readableMembers().stream().filter(whom).toList());
        }
        gone.values().removeIf(List::isEmpty);
        if (gone.isEmpty()) {
            return;
        }
        gone.forEach((delegation, members) -> {
            Set<UUID> persons = members.stream().map(SealedMember::person).collect(Collectors.toSet());
            erasures.note(eraser, delegation.id(), persons, reason);
            delegation.erase(persons, today.now());
            delegations.changed(eraser, delegation);
        });
        vault.erase(eraser, gone.values().stream().flatMap(List::stream).toList());
    }

    /** Erases somebody from all delegations that the caller's own side sends. */
    boolean eraseEverywhere(Caller eraser, UUID person) {
        List<Delegation> own = delegations.withMember(eraser, person).stream()
                .filter(delegation -> eraser.decidesFor(delegation.sending(), delegation.anchor()))
                .toList();
        erase(eraser, own, member -> member.person().equals(person), MemberErasure.Reason.REQUEST);
        return !own.isEmpty();
    }

    List<MemberErasure> erasures(Caller reader, Delegation delegation, PageRequest page) {
        return erasures.of(reader, delegation.id(), page);
    }

    /** The draft as its digest may be kept: names are in it only as a digest of their own that nobody can test guesses with. */
    DelegationDraft blind(Caller writer, DelegationDraft draft, @Nullable String key) {
        if (key == null || draft.members().isEmpty()) {
            return draft;
        }
        String request = String.join("\n", writer.issuer(), writer.client(), key);
        String digest = vault.digest(writer, request, draft.members());
        return draft.with(List.of(new Member(null, digest, null, null)));
    }
}
