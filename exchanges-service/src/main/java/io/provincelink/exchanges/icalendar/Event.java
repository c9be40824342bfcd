package io.provincelink.exchanges.icalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/** One event while it is put together. The same version of a record always gives the same bytes. */
public final class Event {

    /** Not the name of a host: whoever reads one record here and there must see one event. */
    private static final String DOMAIN = "@provincelink";

    private static final int LONGEST_NAME = 400;
    private static final int LONGEST_TEXT = 4_000;

    /** Four digits of a year are all that the form has. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final ParameterList DAY = new ParameterList(List.of(Value.DATE));

    private final List<Property> properties = new ArrayList<>();

    /** @param version of the record; a calendar program takes the event with the higher one */
    public Event(UUID id, long version, Instant recordedAt, Instant updatedAt) {
        properties.add(new Uid(uid(id)));
        properties.add(new DtStamp(updatedAt));
        properties.add(new Created(recordedAt));
        properties.add(new LastModified(updatedAt));
        properties.add(new Sequence((int) Math.min(version, Integer.MAX_VALUE)));
    }

    private static String uid(UUID id) {
        return id + DOMAIN;
    }

    /** Whole days, the last one included. */
    public Event on(LocalDate first, LocalDate last) {
        properties.add(new DtStart<>(DAY, first));
        // one day is what an event without an end has
        if (last.isAfter(first)) {
            properties.add(new DtEnd<>(DAY, last.isBefore(LAST) ? last.plusDays(1) : LAST));
        }
        return this;
    }

    /**
     * The day on which a rule begins.
     *
     * @param but days of the rule on which there is nothing after all
     */
    public Event repeating(LocalDate first, String rule, List<LocalDate> but) {
        properties.add(new RRule<LocalDate>(rule));
        if (!but.isEmpty()) {
            properties.add(new ExDate<>(DAY, new DateList<>(but)));
        }
        return on(first, first);
    }

    /** What one day of a rule becomes; the rule itself stands in another event of the same record. */
    public Event insteadOf(LocalDate due) {
        properties.add(new RecurrenceId<>(DAY, due));
        return this;
    }

    /** As the clock on the wall says it. */
    public Event from(LocalDateTime start, String zone) {
        properties.add(new DtStart<>(in(zone), start));
        return this;
    }

    public Event to(LocalDateTime end, String zone) {
        if (end.getYear() <= LAST.getYear()) {
            properties.add(new DtEnd<>(in(zone), end));
        }
        return this;
    }

    private static ParameterList in(String zone) {
        return new ParameterList(List.of(new TzId(zone)));
    }

    public Event summary(String text) {
        properties.add(new Summary(ContentLines.plain(text, LONGEST_NAME)));
        return this;
    }

    /** @param lines those that are blank are left out */
    public Event description(Collection<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!said.isEmpty()) {
            properties.add(new Description(ContentLines.plain(String.join("\n", said), LONGEST_TEXT)));
        }
        return this;
    }

    public Event location(String place) {
        if (!place.isBlank()) {
            properties.add(new Location(ContentLines.plain(place, LONGEST_NAME)));
        }
        return this;
    }

    public Event categories(List<String> codes) {
        properties.add(new Categories(new TextList(codes)));
        return this;
    }

    public Event status(Status status) {
        properties.add(status);
        return this;
    }

    /** Whether everybody may see it; a calendar that is shared shows no more of others than that there is something. */
    public Event seenByEverybody(boolean seen) {
        properties.add(seen ? ImmutableClazz.PUBLIC : ImmutableClazz.PRIVATE);
        return this;
    }

    /** Leaves those days free on which it stands. */
    public Event takingNoTime() {
        properties.add(ImmutableTransp.TRANSPARENT);
        return this;
    }

    /** The event of another record to which it belongs. */
    public Event partOf(UUID other) {
        properties.add(new RelatedTo(uid(other)));
        return this;
    }

    /** Its lines, folded. */
    public String written() {
        return ContentLines.folded(new VEvent(new PropertyList(properties)).toString());
    }
}
