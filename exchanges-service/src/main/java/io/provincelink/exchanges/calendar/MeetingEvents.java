package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.icalendar.Event;
import io.provincelink.exchanges.icalendar.Zones;
import io.provincelink.exchanges.meeting.Meeting;
import io.provincelink.exchanges.meeting.MeetingStatus;
import io.provincelink.exchanges.meeting.MeetingTime;
import io.provincelink.exchanges.meeting.MeetingView;
import io.provincelink.exchanges.meeting.SiteView;
import io.provincelink.kit.words.Visibility;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import org.jspecify.annotations.Nullable;

/** A meeting: its hours in their own time zones, or the whole days where no hour is known. */
final class MeetingEvents {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private MeetingEvents() {}

    /** Empty where no day is known. */
    static String of(Meeting meeting, Wording wording, Zones zones) {
        MeetingView view = MeetingView.of(meeting);
        MeetingTime start = view.start();
        if (start == null) {
            return "";
        }
        Event event = new Event(meeting.id(), meeting.version(), meeting.recordedAt(), meeting.updatedAt())
                .summary(view.title() == null ? wording.kind(view.kind()) : wording.of(view.title()))
                .description(description(view, wording, meeting.anchor()))
                .location(location(view.sites(), start, wording, meeting.anchor()))
                .categories(categories(view))
                .status(status(view.status()))
                .seenByEverybody(view.visibility() == Visibility.PUBLIC);
        if (view.mechanism() != null) {
            event.partOf(view.mechanism());
        }
        LocalDateTime at = start.at();
        String zone = start.zone();
        if (at != null && zone != null) {
            hours(event, new Hour(at, zone), view.end(), zones);
        } else {
            LocalDate first = day(start);
            LocalDate last = view.end() == null ? first : day(view.end());
            event.on(first, last);
        }
        return event.written();
    }

    private record Hour(LocalDateTime at, String zone) {

        boolean isBefore(Hour other) {
            return at.atZone(ZoneId.of(zone)).isBefore(other.at.atZone(ZoneId.of(other.zone)));
        }
    }

    private static void hours(Event event, Hour start, @Nullable MeetingTime told, Zones zones) {
        zones.use(start.zone(), start.at());
        event.from(start.at(), start.zone());
        if (told == null) {
            return;
        }
        Hour end = told.at() != null && told.zone() != null
                ? new Hour(told.at(), told.zone())
                : new Hour(day(told).plusDays(1).atStartOfDay(), start.zone());
        // an end that is the start is none: it must lie after it
        if (start.isBefore(end)) {
            zones.use(end.zone(), end.at());
            event.to(end.at(), end.zone());
        }
    }

    /** The day on the spot. */
    private static LocalDate day(MeetingTime time) {
        return Stream.ofNullable(time.at())
                .map(LocalDateTime::toLocalDate)
                .findFirst()
                .or(() -> java.util.Optional.ofNullable(time.on()))
                .orElseThrow(() -> new IllegalStateException("neither hour nor day"));
    }

    private static List<String> description(MeetingView view, Wording wording, LocalDate anchor) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.names(view.parties(), anchor));
        for (int i = 0; i < view.agenda().size(); i++) {
            lines.add((i + 1) + ". " + wording.of(view.agenda().get(i)));
        }
        return lines;
    }

    /** Each site; where the clocks of one show another hour than the meeting is told in, what they show at each. */
    private static String location(List<SiteView> sites, MeetingTime start, Wording wording, LocalDate anchor) {
        boolean hoursDiffer =
                sites.stream().map(SiteView::localStart).anyMatch(local -> local != null && !local.equals(start.at()));
        return sites.stream()
                .map(site -> Stream.of(place(site, wording, anchor), hoursDiffer ? clock(site, start) : "")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                .filter(place -> !place.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** The hour there, with the day where that is another one too; nothing where it cannot be told. */
    private static String clock(SiteView site, MeetingTime start) {
        LocalDateTime local = site.localStart();
        if (local == null) {
            return "";
        }
        String hour = HOUR.format(local);
        return local.toLocalDate().equals(day(start)) ? "(" + hour + ")" : "(" + local.toLocalDate() + " " + hour + ")";
    }

    private static String place(SiteView site, Wording wording, LocalDate anchor) {
        return Stream.of(
                        wording.of(site.place()),
                        site.borderMarker() == null ? "" : wording.marker(site.borderMarker()),
                        site.region() == null ? "" : wording.name(site.region(), anchor))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static List<String> categories(MeetingView view) {
        List<String> categories =
                new ArrayList<>(List.of(CalendarKind.MEETING.name(), view.kind().name()));
        if (view.level() != null) {
            categories.add(view.level().name());
        }
        if (view.format() != null) {
            categories.add(view.format().name());
        }
        view.fields().forEach(field -> categories.add(field.name()));
        return categories;
    }

    private static Status status(MeetingStatus status) {
        return switch (status) {
            case PLANNED, HELD -> ImmutableStatus.VEVENT_CONFIRMED;
            case POSTPONED -> ImmutableStatus.VEVENT_TENTATIVE;
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }
}
