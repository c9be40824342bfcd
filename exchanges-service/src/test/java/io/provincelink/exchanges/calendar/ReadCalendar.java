package io.provincelink.exchanges.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/** An answer as another library reads it, strictly. */
public final class ReadCalendar {

    private final Calendar calendar;
    private final String text;

    private ReadCalendar(Calendar calendar, String text) {
        this.calendar = calendar;
        this.text = text;
    }

    public static ReadCalendar of(Api.Answer answer) {
        assertThat(String.valueOf(answer.expect(200).header("Content-Type")).replace(" ", ""))
                .isEqualToIgnoringCase("text/calendar;charset=utf-8");
        String text = new String(answer.response().asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        try {
            Calendar read = new CalendarBuilder().build(new StringReader(text));
            assertThat(read.validate(true).getEntries()).isEmpty();
            return new ReadCalendar(read, text);
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    /** The events of a record: one, and for a mechanism those that stand for single sessions. */
    public List<VEvent> events(String id) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(event -> event.getUid().orElseThrow().getValue().equals(id + "@provincelink"))
                .toList();
    }

    public VEvent event(String id) {
        assertThat(events(id)).hasSize(1);
        return events(id).get(0);
    }

    public boolean shows(String id) {
        return !events(id).isEmpty();
    }

    public String text() {
        return text;
    }

    public List<String> zones() {
        return calendar.getComponents("VTIMEZONE").stream()
                .map(zone -> zone.getRequiredProperty("TZID").getValue())
                .toList();
    }

    /** A value as it was before it was escaped; "" where there is none. */
    public static String value(VEvent event, String property) {
        Optional<Property> found = event.getProperty(property);
        return found.map(Property::getValue).orElse("");
    }
}
