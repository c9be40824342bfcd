package io.provincelink.exchanges.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

    @Test
    void both_sides_of_the_border_are_always_there() throws IOException, ParserException {
        assertThat(read(new Zones()))
                .extracting(zone -> zone.getTimeZoneId().getValue())
                .containsExactly("Asia/Ho_Chi_Minh", "Asia/Shanghai");
        assertThat(new Zones().written()).contains("TZOFFSETTO:+0700", "TZOFFSETTO:+0800");
    }

    /** As RFC 5545 lets a reader find it: the observance with the latest onset that is not after the time on the wall. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Ho_Chi_Minh, 2026-07-01T09:00",
        "Asia/Shanghai, 1990-07-01T09:00",
        "Asia/Ho_Chi_Minh, 1900-01-01T00:00",
        "America/New_York, 2026-01-15T09:00",
        "America/New_York, 2026-07-15T09:00",
        "Europe/Moscow, 2012-07-15T09:00",
        "Asia/Kathmandu, 2026-07-15T09:00",
        "UTC, 2026-07-15T09:00",
        "Etc/GMT+7, 2026-07-15T09:00",
        "Pacific/Apia, 2011-12-31T09:00",
        "America/New_York, 9999-07-15T09:00",
        "Asia/Shanghai, 0001-01-01T00:00",
    })
    void a_time_that_is_used_has_the_offset_that_it_has(String zone, LocalDateTime at)
            throws IOException, ParserException {
        Zones zones = new Zones();
        // others of the same zone do not disturb it
        zones.use(zone, LocalDateTime.of(1999, 3, 3, 3, 3));
        zones.use(zone, at);
        zones.use(zone, LocalDateTime.of(2030, 9, 9, 9, 9));

        List<VTimeZone> read = read(zones);

        VTimeZone ours = read.stream()
                .filter(known -> known.getTimeZoneId().getValue().equals(zone))
                .findFirst()
                .orElseThrow();
        assertThat(offset(ours, at)).isEqualTo(at.atZone(ZoneId.of(zone)).getOffset());
    }

    private static ZoneOffset offset(VTimeZone zone, LocalDateTime at) {
        Observance latest = null;
        for (Observance observance : zone.getObservances()) {
            boolean begun = !onset(observance).isAfter(at);
            if (begun && (latest == null || onset(observance).isAfter(onset(latest)))) {
                latest = observance;
            }
        }
        if (latest == null) {
            // before the first one begins, the offset is what that one changes
            return zone.getObservances().get(0).getTimeZoneOffsetFrom().getOffset();
        }
        return latest.getTimeZoneOffsetTo().getOffset();
    }

    private static LocalDateTime onset(Observance observance) {
        DtStart<LocalDateTime> start =
                observance.<DtStart<LocalDateTime>>getProperty("DTSTART").orElseThrow();
        return start.getDate();
    }

    private static List<VTimeZone> read(Zones zones) throws IOException, ParserException {
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + zones.written() + "END:VCALENDAR\r\n";
        Calendar read = new CalendarBuilder().build(new StringReader(calendar));
        assertThat(read.validate(true).getEntries()).isEmpty();
        return read.getComponents("VTIMEZONE");
    }
}
