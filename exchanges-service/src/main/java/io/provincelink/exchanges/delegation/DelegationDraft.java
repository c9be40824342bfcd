package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.delegation.member.Member;
import io.provincelink.exchanges.delegation.member.SealedMember;
import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as a client proposes it.
 *
 * @param period from the day of departure to the day of return; may lie in the past
 * @param size how many people travel
 * @param members personal data; written by the side that sends them and shown to nobody else, unless it releases them to the other
 *     side; erased within a day when the return is longer ago than they are kept, so of a visit of long ago there is no use in
 *     naming them; of one that was declined or cancelled that time is counted from then at the latest
 * @param invitation number or reference of the invitation
 * @param programme id or code of the programme that it serves
 * @param visibility without it both sides see the proposal, and everybody once the other side has accepted it, unless its field or
 *     level is sensitive; PARTIES keeps it between the sides; OWN_SIDE is a draft that the own side shows to the other by publication
 */
public record DelegationDraft(
        @Nullable UUID id,
        @NotNull @RegionCode String sending,
        @NotNull @RegionCode String receiving,
        @NotNull DelegationLevel level,
        @NotNull @Valid Text purpose,
        @Nullable @Size(max = 30) List<@NotNull Field> fields,
        @NotNull @Valid Period period,
        @Nullable @Valid Text head,
        @NotNull @Min(1) @Max(100_000) Integer size,
        @Nullable @Size(max = 2000) List<@NotNull @Valid Member> members,
        @Nullable @Size(max = 200) String invitation,
        @Nullable @Valid Authorisation authorisation,
        @Nullable Format format,
        @Nullable @Size(max = 120) String programme,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public DelegationDraft {
        fields = Objects.requireNonNullElse(fields, List.of());
        members = Objects.requireNonNullElse(members, List.of());
        programme = Reference.spelt(programme);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit by the own side starts from; a patch of the members names all of them, so they need not be opened for it. */
    static DelegationDraft of(Delegation delegation) {
        DelegationTerms terms = delegation.terms();
        return new DelegationDraft(
                delegation.id(),
                delegation.sending(),
                delegation.receiving(),
                delegation.level(),
                terms.purpose(),
                terms.fields(),
                delegation.period(),
                terms.head(),
                delegation.size(),
                List.of(),
                terms.invitation(),
                terms.authorisation(),
                terms.format(),
                delegation.programme(),
                terms.note(),
                terms.visibility(),
                terms.source(),
                delegation.externalIds());
    }

    List<String> regions() {
        return List.of(sending, receiving);
    }

    /** Who may see it as long as the other side has not accepted it. */
    Visibility shownTo() {
        return visibility == null ? Visibility.PARTIES : visibility;
    }

    /** Who is named in it, without those of whom it only says that they were erased. */
    List<Member> named() {
        return members.stream().filter(member -> !member.wasErased()).toList();
    }

    /** The same with other members. */
    DelegationDraft with(List<Member> others) {
        return new DelegationDraft(
                id,
                sending,
                receiving,
                level,
                purpose,
                fields,
                period,
                head,
                size,
                others,
                invitation,
                authorisation,
                format,
                programme,
                note,
                visibility,
                source,
                externalIds);
    }

    DelegationTerms terms() {
        return new DelegationTerms(purpose, fields, head, invitation, authorisation, format, note, visibility, source);
    }

    DelegationSubstance substance() {
        return new DelegationSubstance(level, purpose, fields, period, head, size, format, programme);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {period == null ? null : period.from()};
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/sending", sending));
        faults.addAll(anchor.check("/receiving", receiving));
        if (sending != null && sending.equals(receiving)) {
            faults.add(Fault.at("/receiving", "same-party-twice"));
        }
        Set<UUID> persons = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member != null
                    && !member.wasErased()
                    && (member.name() == null || member.name().isBlank())) {
                faults.add(Fault.at("/members/" + i + "/name", "required"));
            }
            if (member != null && member.person() != null && !persons.add(member.person())) {
                faults.add(Fault.at("/members/" + i + "/person", "same-id-twice"));
            }
        }
        return faults;
    }

    /** What is wrong with members by who was erased before: nobody else is told so, and who was is not named anew. */
    List<Fault> faults(Set<UUID> erased) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member == null) {
                continue; // said by the constraints
            }
            boolean known = member.person() != null && erased.contains(member.person());
            if (member.wasErased() != known) {
                String code = member.wasErased() ? "unknown-record" : "erased-person";
                faults.add(Fault.at("/members/" + i + "/person", code));
            }
        }
        return faults;
    }

    /** What a change must not touch, beside the faults of any draft. */
    List<Fault> faults(Anchor anchor, Delegation present) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        faults.addAll(faults(present.members().stream()
                .filter(SealedMember::isErased)
                .map(SealedMember::person)
                .collect(Collectors.toSet())));
        if (sending != null && !sending.equals(present.sending())) {
            faults.add(Fault.fixed("/sending", present.sending()));
        }
        if (receiving != null && !receiving.equals(present.receiving())) {
            faults.add(Fault.fixed("/receiving", present.receiving()));
        }
        return faults;
    }
}
