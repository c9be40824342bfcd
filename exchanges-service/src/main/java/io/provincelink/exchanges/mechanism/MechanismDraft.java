package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mechanism as a client sends it.
 *
 * @param recurrence RFC 5545 RRULE of whole days, without the leading {@code RRULE:}
 * @param window ISO 8601 period after each due day in which the session may be held; null until the next one is due
 * @param since first day; null where it was not published
 * @param hostRotation parties, or units inside them, in the order in which they host
 * @param exceptions what was agreed for single sessions otherwise than the rule says; goes with recurrence and since
 * @param agreement id or code of the agreement that it rests on
 * @param planned whether it was only announced
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record MechanismDraft(
        @Nullable UUID id,
        @NotNull @Valid Text title,
        @NotNull MechanismKind kind,
        @NotNull MechanismLevel level,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Party> parties,
        @Nullable @Size(max = 200) String recurrence,
        @Nullable @Size(max = 20) String window,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable @Size(max = 20) List<@NotNull @RegionCode String> hostRotation,
        @Nullable @Size(max = 200) List<@NotNull @Valid SessionException> exceptions,
        @Nullable @Size(max = 120) String agreement,
        @Nullable Boolean planned,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    /** No arrangement that is still kept is older, and a rule is counted out from its first day. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    public MechanismDraft {
        hostRotation = Objects.requireNonNullElse(hostRotation, List.of());
        exceptions = Objects.requireNonNullElse(exceptions, List.of());
        planned = Objects.requireNonNullElse(planned, false);
        agreement = Reference.spelt(agreement);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static MechanismDraft of(Mechanism mechanism) {
        MechanismTerms terms = mechanism.terms();
        return new MechanismDraft(
                mechanism.id(),
                mechanism.title(),
                mechanism.kind(),
                mechanism.level(),
                terms.parties(),
                mechanism.recurrence(),
                mechanism.sessionWindow(),
                mechanism.since(),
                mechanism.until(),
                terms.hostRotation(),
                terms.exceptions(),
                terms.agreement(),
                terms.planned(),
                terms.note(),
                mechanism.visibility(),
                terms.source(),
                mechanism.externalIds());
    }

    List<String> regions() {
        return parties.stream().map(Party::region).toList();
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {since, source == null ? null : source.publishedOn()};
    }

    MechanismTerms terms() {
        return new MechanismTerms(parties, hostRotation, exceptions, agreement, planned, note, source);
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.checkParties(parties));
        faults.addAll(hostFaults(anchor));
        outOfRange("/since", since, faults);
        outOfRange("/until", until, faults);
        if (since != null && until != null && until.isBefore(since)) {
            faults.add(Fault.at("/until", "before-start", since));
        }
        faults.addAll(ruleFaults());
        if (window != null && !Recurrence.isWindow(window)) {
            faults.add(Fault.at("/window", "wrong-format", "P3M"));
        }
        return faults;
    }

    /** Who hosts is one of those who meet, or lies in one. */
    private List<Fault> hostFaults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < hostRotation.size(); i++) {
            String host = hostRotation.get(i);
            List<Fault> unknown = anchor.check("/hostRotation/" + i, host);
            faults.addAll(unknown);
            if (host != null && unknown.isEmpty() && !isWithinParties(host, anchor)) {
                faults.add(Fault.at("/hostRotation/" + i, "not-within-parties", String.join(", ", known(parties))));
            }
        }
        return faults;
    }

    private boolean isWithinParties(String host, Anchor anchor) {
        Set<String> around = anchor.regions().within(anchor.unit(host));
        return parties == null || known(parties).stream().anyMatch(around::contains);
    }

    private static List<String> known(List<Party> parties) {
        return parties.stream()
                .filter(Objects::nonNull)
                .map(Party::region)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A rule is counted out from its first day, so that day must be sane before rule and exceptions are tried. */
    private List<Fault> ruleFaults() {
        if (recurrence == null || since == null) {
            List<Fault> faults = new ArrayList<>();
            if (recurrence != null && !Recurrence.isRule(recurrence, null)) {
                faults.add(noRule());
            }
            if (!exceptions.isEmpty()) {
                faults.add(Fault.at(recurrence == null ? "/recurrence" : "/since", "required"));
            }
            return faults;
        }
        if (isOutOfRange(since)) {
            return List.of();
        }
        return Recurrence.isRule(recurrence, since)
                ? SessionExceptions.faults(exceptions, Recurrence.of(recurrence, null), since, until)
                : List.of(noRule());
    }

    private static Fault noRule() {
        return Fault.at("/recurrence", "wrong-format", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1");
    }

    private static void outOfRange(String pointer, @Nullable LocalDate day, List<Fault> faults) {
        if (day != null && isOutOfRange(day)) {
            faults.add(Fault.at(pointer, "out-of-range", EARLIEST, Recurrence.LATEST));
        }
    }

    static boolean isOutOfRange(LocalDate day) {
        return day.isBefore(EARLIEST) || day.isAfter(Recurrence.LATEST);
    }
}
