package io.provincelink.exchanges.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0198c0de-0000-7000-8000-000000000002");

    @Test
    void separators_quotes_and_breaks_of_lines_come_back_as_they_were() {
        String text = "a,b;c\\d:e\"f\\n\ng\\,h\\\\";

        String written = event().summary(text)
                .description(List.of(text, " ", text))
                .location(text)
                .written();

        assertThat(value(written, "SUMMARY")).isEqualTo(text);
        assertThat(value(written, "DESCRIPTION")).isEqualTo(text + "\n" + text);
        assertThat(value(written, "LOCATION")).isEqualTo(text);
    }

    @Test
    void another_library_reads_them_too() throws IOException, ParserException {
        String text = "a,b;c:e\"f\nHà Giang – Văn Sơn, 河江；文山";

        VEvent read = read(event().summary(text));

        assertThat(read.getSummary().getValue()).isEqualTo(text);
    }

    @Test
    void a_stranger_text_ends_no_line() {
        String written = event().summary("x\r\nEND:VEVENT\r\nBEGIN:VALARM").written();

        assertThat(written).contains("SUMMARY:x\\nEND:VEVENT\\nBEGIN:VALARM\r\n");
        assertThat(written.lines().filter(line -> line.startsWith("END:"))).hasSize(1);
    }

    @Test
    void it_has_the_same_bytes_each_time() {
        assertThat(full().written()).isEqualTo(full().written()).isEqualTo("""
                BEGIN:VEVENT
                UID:0198c0de-0000-7000-8000-000000000001@provincelink
                DTSTAMP:20260102T030405Z
                CREATED:20251231T235959Z
                LAST-MODIFIED:20260102T030405Z
                SEQUENCE:7
                DTSTART;TZID=Asia/Ho_Chi_Minh:20211208T090000
                DTEND;TZID=Asia/Shanghai:20211208T123000
                STATUS:TENTATIVE
                CATEGORIES:MEETING,TRADE
                CLASS:PRIVATE
                TRANSP:TRANSPARENT
                RELATED-TO:0198c0de-0000-7000-8000-000000000002@provincelink
                END:VEVENT
                """.replace("\n", "\r\n"));
    }

    @Test
    void the_last_day_is_included_and_there_is_no_day_after_the_last_of_all() {
        LocalDate first = LocalDate.of(2016, 2, 28);
        LocalDate lastOfAll = LocalDate.of(9999, 12, 31);

        assertThat(event().on(first, first).written())
                .contains("DTSTART;VALUE=DATE:20160228\r\n")
                .doesNotContain("DTEND");
        assertThat(event().on(first, LocalDate.of(2016, 2, 29)).written()).contains("DTEND;VALUE=DATE:20160301\r\n");
        assertThat(event().on(first, lastOfAll).written()).contains("DTEND;VALUE=DATE:99991231\r\n");
        assertThat(event().on(lastOfAll, lastOfAll).written())
                .contains("DTSTART;VALUE=DATE:99991231\r\n")
                .doesNotContain("DTEND");
        assertThat(event().on(LocalDate.of(1, 1, 1), LocalDate.of(1, 1, 1)).written())
                .contains("DTSTART;VALUE=DATE:00010101\r\n");
    }

    private static Event event() {
        return new Event(
                ID, 7, Instant.parse("2025-12-31T23:59:59.999Z"), Instant.parse("2026-01-02T03:04:05.678901Z"));
    }

    private static Event full() {
        return event().from(LocalDateTime.of(2021, 12, 8, 9, 0), "Asia/Ho_Chi_Minh")
                .to(LocalDateTime.of(2021, 12, 8, 12, 30), "Asia/Shanghai")
                .status(ImmutableStatus.VEVENT_TENTATIVE)
                .categories(List.of("MEETING", "TRADE"))
                .seenByEverybody(false)
                .takingNoTime()
                .partOf(OTHER);
    }

    private static VEvent read(Event event) throws IOException, ParserException {
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + event.written() + "END:VCALENDAR\r\n";
        Calendar read = new CalendarBuilder().build(new StringReader(calendar));
        return read.<VEvent>getComponent("VEVENT").orElseThrow();
    }

    /** Word by word as RFC 5545 §3.3.11 says it. */
    private static String value(String written, String name) {
        String line = written.replace("\r\n ", "")
                .lines()
                .filter(one -> one.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("\\\\(.)")
                .matcher(line.substring(name.length() + 1))
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(escaped.group(1).equalsIgnoreCase("n") ? "\n" : escaped.group(1)));
    }
}
