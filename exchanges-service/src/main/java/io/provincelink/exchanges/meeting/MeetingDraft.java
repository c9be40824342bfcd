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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as a client sends it.
 *
 * @param level null where the source names none
 * @param format null where the source does not tell
 * @param mechanism id of the mechanism whose session it is
 * @param start null where the source gives no day; then {@code startAsPublished} says what it gives
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
        @Nullable @Size(max = 200) List<@NotNull @Valid Outcome> outcomes,
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
                terms.format(),
                terms.sites(),
                terms.agenda(),
                terms.participants(),
                meeting.status(),
                terms.minutes(),
                terms.outcomes(),
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
                format,
                sites,
                agenda,
                participants,
                minutes,
                outcomes,
                fields,
                note,
                source);
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.checkParties(parties));
        faults.addAll(timeFaults());
        for (int i = 0; i < sites.size(); i++) {
            String region = sites.get(i) == null ? null : sites.get(i).region();
            if (region != null) {
                faults.addAll(anchor.check("/sites/" + i + "/region", region));
            }
        }
        for (int i = 0; i < participants.size(); i++) {
            String party =
                    participants.get(i) == null ? null : participants.get(i).party();
            if (party != null
                    && parties != null
                    && parties.stream().noneMatch(side -> side == null || party.equals(side.region()))) {
                faults.add(Fault.at("/participants/" + i + "/party", "not-a-party", String.join(", ", regions())));
            }
        }
        for (int i = 0; i < outcomes.size(); i++) {
            String owner = outcomes.get(i) == null ? null : outcomes.get(i).owner();
            if (owner != null) {
                faults.addAll(anchor.check("/outcomes/" + i + "/owner", owner));
            }
        }
        return faults;
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
            faults.add(Fault.at("/end", "before-start", start.at() != null ? start.at() : start.day()));
        }
        return faults;
    }
}
