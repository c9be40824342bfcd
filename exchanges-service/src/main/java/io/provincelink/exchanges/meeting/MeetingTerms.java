package io.provincelink.exchanges.meeting;

import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a meeting says of itself and no query asks for, kept together in one JSON column. */
public record MeetingTerms(
        @Nullable Text title,
        List<Party> parties,
        @Nullable MeetingTime start,
        @Nullable String startAsPublished,
        @Nullable MeetingTime end,
        List<Site> sites,
        List<Text> agenda,
        List<Participant> participants,
        @Nullable Text minutes,
        List<Field> fields,
        @Nullable Text note,
        @Nullable Source source) {}
