package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.http.AloneOnly;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.confirmation.Confirmation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as a client gets it.
 *
 * @param startsAt the instant of the start, where its hour is known
 * @param endsAt the instant of the end, likewise
 * @param standing how the parties stand to the minutes; null where there are none
 * @param confirmations the last word of each party on the minutes as they read now
 * @param oldBusiness what earlier sessions of the same mechanism left to this one; only where one meeting is asked for that is a session
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now; where it is PUBLIC and a party is missing, that
 *     party has not agreed to the latest change
 */
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
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Format format,
        List<SiteView> sites,
        List<Text> agenda,
        List<Participant> participants,
        MeetingStatus status,
        @Nullable Text minutes,
        @Nullable Standing standing,
        List<Confirmation> confirmations,
        List<OutcomeView> outcomes,

        @AloneOnly @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<OldBusiness> oldBusiness,

        List<Field> fields,
        @Nullable String programme,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<String> publishedBy) {

    public static MeetingView of(Meeting meeting) {
        return of(meeting, null);
    }

    static MeetingView of(Meeting meeting, @Nullable List<OldBusiness> oldBusiness) {
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
                terms.start() == null ? null : terms.start().instant(),
                terms.end() == null ? null : terms.end().instant(),
                meeting.format(),
                SiteView.of(terms),
                terms.agenda(),
                terms.participants(),
                meeting.status(),
                terms.minutes(),
                terms.minutes() == null
                        ? null
                        : meeting.confirmations().minutes().standing(meeting.parties()),
                meeting.confirmations().minutes().words(),
                meeting.outcomes().stream()
                        .map(outcome -> OutcomeView.of(outcome, meeting))
                        .toList(),
                oldBusiness,
                terms.fields(),
                meeting.programme(),
                terms.note(),
                meeting.visibility(),
                terms.source(),
                meeting.externalIds(),
                meeting.updatedAt(),
                meeting.consents());
    }
}
