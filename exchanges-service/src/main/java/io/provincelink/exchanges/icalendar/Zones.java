package io.provincelink.exchanges.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The time zones of one calendar: those of both sides of the border, and each that an event uses. They are told by Java's own rules, as
 * far as the events need them: the change that was the last one before each. So they are small, and nothing is looked up elsewhere.
 */
public final class Zones {

    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2016, 1, 1, 0, 0);

    /** Where a zone has never changed. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1601, 1, 1, 0, 0);

    private final Map<String, Set<Change>> zones = new TreeMap<>();

    public Zones() {
        use("Asia/Ho_Chi_Minh", ANY_TIME);
        use("Asia/Shanghai", ANY_TIME);
    }

    /** @param at on the clock of the zone before the change */
    private record Change(LocalDateTime at, ZoneOffset from, ZoneOffset to, boolean daylight) {}

    /** An event begins or ends then. */
    public void use(String zone, LocalDateTime at) {
        zones.computeIfAbsent(zone, name -> new TreeSet<>(Comparator.comparing(Change::at)))
                .add(lastChange(
                        ZoneId.of(zone).getRules(), at.atZone(ZoneId.of(zone)).toInstant()));
    }

    private static Change lastChange(ZoneRules rules, Instant at) {
        ZoneOffsetTransition change = rules.previousTransition(at.plusNanos(1));
        if (change == null) {
            ZoneOffset always = rules.getOffset(at);
            return new Change(LONG_AGO, always, always, false);
        }
        return new Change(
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                rules.isDaylightSavings(change.getInstant()));
    }

    /** A component for each of them, folded. */
    public String written() {
        StringBuilder written = new StringBuilder();
        zones.forEach((name, changes) -> {
            List<Observance> observances =
                    changes.stream().map(Zones::observance).toList();
            written.append(new VTimeZone(new PropertyList(List.of(new TzId(name))), new ComponentList<>(observances)));
        });
        return ContentLines.folded(written.toString());
    }

    private static Observance observance(Change change) {
        PropertyList properties = new PropertyList(List.<Property>of(
                new DtStart<>(change.at()),
                new TzOffsetFrom(change.from()),
                new TzOffsetTo(change.to()),
                new TzName(change.to().getId())));
        return change.daylight() ? new Daylight(properties) : new Standard(properties);
    }
}
