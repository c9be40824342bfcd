package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that another answer speaks of.
 *
 * @param mechanism whose session it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingMention(
        UUID id,
        @Nullable Text title,
        @Nullable UUID mechanism,
        @Nullable MeetingTime start,
        @Nullable String startAsPublished) {

    static MeetingMention of(Meeting meeting) {
        MeetingTerms terms = meeting.terms();
        return new MeetingMention(
                meeting.id(), terms.title(), meeting.mechanism(), terms.start(), terms.startAsPublished());
    }
}
