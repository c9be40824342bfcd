package io.provincelink.exchanges.meeting;

import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parties stand by when they agree to the minutes: what was said, and when, by whom and on what. */
record MeetingSubstance(
        @Nullable Text minutes,
        @Nullable MeetingTime start,
        @Nullable String startAsPublished,
        List<Participant> participants,
        List<Text> agenda) {

    static MeetingSubstance of(MeetingTerms terms) {
        return new MeetingSubstance(
                terms.minutes(), terms.start(), terms.startAsPublished(), terms.participants(), terms.agenda());
    }
}
