package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.delegation.Delegations;
import io.provincelink.exchanges.icalendar.ContentLines;
import io.provincelink.exchanges.icalendar.Zones;
import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.exchanges.meeting.Meetings;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Gist;
import io.provincelink.record.audit.Reading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Puts the records that a reader may see together to a calendar. */
@Singleton
public class Calendars {

    /** More than a calendar program bears, and than anybody looks at. One that leaves out events would be worse than none. */
    static final int MOST = 5_000;

    private static final int LONGEST_NAME = 200;

    private final Mechanisms mechanisms;
    private final Meetings meetings;
    private final Delegations delegations;

    public Calendars(Mechanisms mechanisms, Meetings meetings, Delegations delegations) {
        this.mechanisms = mechanisms;
        this.meetings = meetings;
        this.delegations = delegations;
    }

    /** How it is written, and for whom. */
    public record Form(Locale language, String name, Reading.How how) {}

    /**
     * Whether a calendar has changed can be told by this; three small queries that load no record.
     *
     * @throws ProblemException 400 when more is asked for than one answer holds
     */
    List<Gist> gists(Caller caller, CalendarSelection selection) {
        List<Gist> gists = new ArrayList<>();
        if (selection.shows(CalendarKind.MECHANISM)) {
            gists.add(mechanisms.gist(caller, selection.mechanisms(), MOST + 1));
        }
        if (selection.shows(CalendarKind.MEETING)) {
            gists.add(meetings.gist(caller, selection.meetings(), MOST + 1));
        }
        if (selection.shows(CalendarKind.DELEGATION)) {
            gists.add(delegations.gist(caller, selection.delegations(), MOST + 1));
        }
        if (gists.stream().mapToLong(Gist::count).sum() > MOST) {
            throw ProblemException.invalid(Fault.at("?period", "too-many", MOST));
        }
        return gists;
    }

    /** The calendar; what is sensitive in it is noted as read. */
    String write(Caller caller, CalendarSelection selection, Form form) {
        Wording wording = new Wording(caller.regions(), form.language());
        Zones zones = new Zones();
        StringBuilder events = new StringBuilder();
        if (selection.shows(CalendarKind.MECHANISM)) {
            mechanisms.each(
                    caller,
                    selection.mechanisms(),
                    form.how(),
                    mechanism -> MechanismEvents.of(mechanism, wording),
                    events::append);
        }
        if (selection.shows(CalendarKind.MEETING)) {
            meetings.each(
                    caller,
                    selection.meetings(),
                    form.how(),
                    meeting -> MeetingEvents.of(meeting, wording, zones),
                    events::append);
        }
        if (selection.shows(CalendarKind.DELEGATION)) {
            delegations.each(
                    caller,
                    selection.delegations(),
                    form.how(),
                    delegation -> DelegationEvents.of(delegation, wording),
                    events::append);
        }
        return "BEGIN:VCALENDAR\r\n" + head(form.name()) + zones.written() + events + "END:VCALENDAR\r\n";
    }

    private static String head(String name) {
        String plain = ContentLines.plain(name, LONGEST_NAME);
        StringBuilder head = new StringBuilder();
        for (Property property : List.of(
                new ProdId("-//ProvinceLink//exchanges-service//EN"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new Name(plain),
                // what programs read that do not know RFC 7986 yet
                new XProperty("X-WR-CALNAME", plain),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), "PT1H"),
                new XProperty("X-PUBLISHED-TTL", "PT1H"))) {
            head.append(property);
        }
        return ContentLines.folded(head.toString());
    }
}
