package io.provincelink.exchanges.meeting;

import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as a client gets it. */
public record MeetingView(
        UUID id,
        @Nullable Text title,
        MeetingKind kind,
        @Nullable MeetingLevel level,
        @Nullable UUID mechanism,
        List<Party> parties,
        @Nullable MeetingTime start,
        @Nullable String startAsPublished,
        @Nullable MeetingTime end,
        @Nullable Format format,
        List<Site> sites,
        List<Text> agenda,
        List<Participant> participants,
        MeetingStatus status,
        @Nullable Text minutes,
        List<Outcome> outcomes,
        List<Field> fields,
        @Nullable String programme,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    public static MeetingView of(Meeting meeting) {
        MeetingTerms terms = meeting.terms();
        return new MeetingView(
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
                meeting.externalIds(),
                meeting.updatedAt());
    }
}
