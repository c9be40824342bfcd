package io.provincelink.exchanges.meeting;

import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as a client sends it.
 *
 * @param level null where the source names none
 * @param format null where the source does not tell
 * @param mechanism id of the mechanism whose session it is
 * @param start null where the source gives no day; then {@code startAsPublished} says what it gives
 * @param minutes once it has been held
 * @param programme id or code of the programme that it serves
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record MeetingDraft(
        @Nullable UUID id,
        @Nullable @Valid Text title,
        @NotNull MeetingKind kind,
        @Nullable MeetingLevel level,
        @Nullable UUID mechanism,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Party> parties,
        @Nullable @Valid MeetingTime start,
        @Nullable @Size(min = 1, max = 200) String startAsPublished,
        @Nullable @Valid MeetingTime end,
        @Nullable Format format,
        @Nullable @Size(max = 50) List<@NotNull @Valid Site> sites,
        @Nullable @Size(max = 100) List<@NotNull @Valid Text> agenda,
        @Nullable @Size(max = 200) List<@NotNull @Valid Participant> participants,
        @NotNull MeetingStatus status,
        @Nullable @Valid Text minutes,
        @Nullable @Size(max = 200) List<@NotNull @Valid OutcomeDraft> outcomes,
        @Nullable @Size(max = 30) List<@NotNull Field> fields,
        @Nullable @Size(max = 120) String programme,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public MeetingDraft {
        sites = Objects.requireNonNullElse(sites, List.of());
        agenda = Objects.requireNonNullElse(agenda, List.of());
        participants = Objects.requireNonNullElse(participants, List.of());
        outcomes = Objects.requireNonNullElse(outcomes, List.of());
        fields = Objects.requireNonNullElse(fields, List.of());
        programme = Reference.spelt(programme);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static MeetingDraft of(Meeting meeting) {
        MeetingTerms terms = meeting.terms();
        return new MeetingDraft(
                meeting.id(),
                terms.title(),
                meeting.kind(),
                meeting.level(),
                meeting.mechanism(),
                terms.parties(),
                terms.start(),
                terms.startAsPublished(),
                terms.end(),
                meeting.format(),
                terms.sites(),
                terms.agenda(),
                terms.participants(),
                meeting.status(),
                terms.minutes(),
                meeting.outcomes().stream().map(OutcomeRow::draft).toList(),
                terms.fields(),
                meeting.programme(),
                terms.note(),
                meeting.visibility(),
                terms.source(),
                meeting.externalIds());
    }

    List<String> regions() {
        return parties.stream().map(Party::region).toList();
    }

    @Nullable
    LocalDate startOn() {
        return start == null ? null : start.day();
    }

    @Nullable
    LocalDate endOn() {
        return end == null ? null : end.day();
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {startOn(), source == null ? null : source.publishedOn()};
    }

    MeetingTerms terms() {
        return new MeetingTerms(
                title,
                parties,
                start,
                startAsPublished,
                end,
                sites,
                agenda,
                participants,
                minutes,
                fields,
                note,
                source);
    }

    /** The same with another outcome in this place. */
    MeetingDraft with(int place, OutcomeDraft outcome) {
        List<OutcomeDraft> others = new ArrayList<>(outcomes);
        others.set(place, outcome);
        return new MeetingDraft(
                id,
                title,
                kind,
                level,
                mechanism,
                parties,
                start,
                startAsPublished,
                end,
                format,
                sites,
                agenda,
                participants,
                status,
                minutes,
                others,
                fields,
                programme,
                note,
                visibility,
                source,
                externalIds);
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.checkParties(parties));
        faults.addAll(timeFaults());
        if (minutes != null && status == MeetingStatus.PLANNED) {
            faults.add(Fault.at("/minutes", "only-with", MeetingStatus.HELD));
        }
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            if (site != null) {
                faults.addAll(below("/sites/" + i, site.faults(anchor)));
            }
        }
        for (int i = 0; i < participants.size(); i++) {
            Participant participant = participants.get(i);
            if (participant != null && parties != null && parties.stream().allMatch(Objects::nonNull)) {
                faults.addAll(below("/participants/" + i, participant.faults(regions())));
            }
        }
        faults.addAll(outcomeFaults(anchor));
        return faults;
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = faults(anchor);
        // it may be tomorrow there already
        if (start != null
                && start.day() != null
                && status == MeetingStatus.HELD
                && start.day().isAfter(today.plusDays(1))) {
            faults.add(Fault.at(start.at() == null ? "/start/on" : "/start/at", "after-today", today));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) != null) {
                faults.addAll(below("/outcomes/" + i, outcomes.get(i).ofTheDay(today)));
            }
        }
        return faults;
    }

    private List<Fault> outcomeFaults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < outcomes.size(); i++) {
            OutcomeDraft outcome = outcomes.get(i);
            if (outcome == null) {
                continue; // said by the constraints
            }
            String at = "/outcomes/" + i;
            faults.addAll(anchor.check(at + "/owner", outcome.owner()));
            faults.addAll(below(at, outcome.faults(anchor)));
            if (mechanism == null) {
                faults.addAll(below(at, outcome.withoutMechanism()));
            }
            if (outcome.id() != null && !ids.add(outcome.id())) {
                faults.add(Fault.at(at + "/id", "same-id-twice"));
            }
        }
        return faults;
    }

    private static List<Fault> below(String pointer, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(pointer + fault.pointer(), fault.code(), fault.args(), fault.words()))
                .toList();
    }

    private List<Fault> timeFaults() {
        List<Fault> faults = new ArrayList<>();
        if (start == null && startAsPublished == null) {
            faults.add(Fault.at("/start", "required"));
        }
        if (start != null) {
            faults.addAll(start.faults("/start"));
        }
        if (end != null) {
            faults.addAll(end.faults("/end"));
        }
        if (faults.isEmpty() && start != null && end != null && end.isBefore(start)) {
            faults.add(Fault.at("/end", "before-start", start.told()));
        }
        return faults;
    }
}
