package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Filter;
import io.provincelink.record.activity.Activities;
import io.provincelink.record.activity.ActivityQuestion;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Selections;
import io.provincelink.record.brief.Span;
import io.provincelink.record.brief.Warning;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Meetings in short, and what they agreed on that is overdue. */
@Singleton
public class MeetingBriefs implements Activities<Meeting> {

    private final Meetings meetings;

    public MeetingBriefs(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public String type() {
        return "MEETING";
    }

    @Override
    public Meetings records() {
        return meetings;
    }

    @Override
    public Brief brief(Caller reader, Meeting meeting) {
        MeetingTerms terms = meeting.terms();
        LocalDate start = meeting.startOn();
        List<String> sites = terms.sites().stream()
                .map(Site::region)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Brief(
                type(),
                meeting.id(),
                null,
                meetings.address(meeting),
                meeting.kind().name(),
                title(terms),
                Actor.of(terms.parties()),
                sites.isEmpty() ? meeting.parties() : sites,
                terms.fields(),
                Span.of(start, meeting.endOn() == null ? start : meeting.endOn()),
                meeting.status().name());
    }

    /** One that nobody gave a title is told from others by what it was about, or by its place. */
    private static @Nullable Text title(MeetingTerms terms) {
        if (terms.title() != null) {
            return terms.title();
        }
        return terms.agenda().isEmpty()
                ? Brief.joined(terms.sites().stream()
                        .map(Site::place)
                        .filter(Objects::nonNull)
                        .toList())
                : terms.agenda().get(0);
    }

    /** By the index of within or fields, or by meeting_start_year. */
    @Override
    public Optional<Filter> doing(ActivityQuestion asked) {
        return Optional.of(asked.here()
                .and("array_contains(r.fields, :field)", "field", asked.fieldName())
                .and("r.startOn <= :end", "end", asked.to())
                .and("r.startOn >= :start", "start", asked.from())
                .along(asked.period() == null ? null : MeetingQuery.trail(asked.period())));
    }

    /** Outcomes that are open and were due before today, the oldest first. */
    public List<Warning> overdue(Caller reader, Filter these) {
        List<AgreedOutcome> overdue = meetings.overdue(reader, these, Selections.SHOWN);
        List<Meeting> agreed =
                overdue.stream().map(AgreedOutcome::meeting).distinct().toList();
        meetings.shown(reader, agreed, Reading.How.LIST);
        return overdue.stream()
                .map(late -> new Warning(
                        "OUTCOME_OVERDUE",
                        late.outcome().what(),
                        brief(reader, late.meeting()),
                        late.outcome().due()))
                .toList();
    }
}
