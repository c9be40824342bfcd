package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calendar as programs of others read it that know nothing of the suite: ical.js, which several of them are built on. */
@ExtendWith(SharedSuite.class)
class CalendarIT {

    private static final NodeScript READER = new NodeScript("calendar.mjs", "ical.js@2.2.1");

    private static final String PARTIES = "\"parties\": [{\"region\": \"XA.01\"}, {\"region\": \"XB.010100\"}]";

    private final RunningSuite suite;
    private final String editor;

    CalendarIT(RunningSuite suite) {
        this.suite = suite;
        this.editor = SuiteTokens.of(suite, "XA.01", "reader", "editor");
    }

    @Test
    void due_days_and_hours_are_read_as_the_suite_means_them() throws IOException {
        Path reader = READER.installed();
        String forum = mechanism("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "2016-02-01");
        String group = mechanism("FREQ=MONTHLY;INTERVAL=3", "2016-02-15");
        String lastFriday = mechanism("FREQ=MONTHLY;BYDAY=-1FR", "2020-05-31");
        String here = meeting("2021-12-08T09:00", "Asia/Ho_Chi_Minh");
        String there = meeting("2021-07-08T09:00", "America/New_York");

        JsonNode read = read(
                reader,
                suite.getAs(editor, "/api/v1/calendar.ics?region=XA.01,XB.010100&period=2016/2030&lang=vi")
                        .expect(200)
                        .response()
                        .body());

        assertThat(texts(read.at("/zones"))).contains("Asia/Ho_Chi_Minh", "Asia/Shanghai", "America/New_York");
        for (String mechanism : List.of(forum, group, lastFriday)) {
            List<String> due =
                    texts(suite.getAs(editor, "/api/v1/mechanisms/" + mechanism + "/compliance?period=2016/2024")
                            .expect(200)
                            .json()
                            .at("/sessions"));
            assertThat(due).hasSizeGreaterThan(8);
            assertThat(texts(read.path("starts").path(mechanism + "@provincelink")))
                    .startsWith(due.toArray(String[]::new));
            assertThat(read.path("summaries").path(mechanism + "@provincelink").asText())
                    .isEqualTo("Hội đàm; thường niên, \\ 会谈");
        }
        assertThat(texts(read.path("starts").path(here + "@provincelink"))).containsExactly("2021-12-08T02:00:00.000Z");
        assertThat(texts(read.path("starts").path(there + "@provincelink")))
                .containsExactly("2021-07-08T13:00:00.000Z");
    }

    @Test
    void a_private_address_needs_no_token_is_in_no_log_and_ends_when_it_is_revoked() throws IOException {
        JsonNode made = suite.post(editor, "/api/v1/calendar-feeds", "{\"label\": \"wall\"}")
                .expect(201)
                .json();
        String address = made.at("/address").asText();

        var read = suite.get(address).expect(200);
        suite.getIfNoneMatch(read.header("ETag"), address).expect(304);
        suite.call("DELETE", "/api/v1/calendar-feeds/" + made.at("/id").asText(), editor, null)
                .expect(204);
        var gone = suite.get(address).expect(404);

        assertThat(read.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(read.response().body()).startsWith("BEGIN:VCALENDAR");
        String secret = address.split("/")[4];
        assertThat(gone.response().body()).doesNotContain(secret);
        try (Stream<Path> logs = Files.list(suite.data().resolve("log"))) {
            assertThat(logs.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(log -> assertThat(
                            Files.readString(log, StandardCharsets.ISO_8859_1))
                    .doesNotContain(secret));
        }
    }

    private String mechanism(String rule, String since) {
        return created("mechanisms", """
                {"title": {"vi": "Hội đàm; thường niên, \\\\ 会谈"}, "kind": "TALKS", "level": "HIGH", %s,
                 "recurrence": "%s", "since": "%s", "visibility": "PARTIES"}
                """.formatted(PARTIES, rule, since));
    }

    private String meeting(String at, String zone) {
        return created("meetings", """
                {"kind": "TALKS", "level": "HIGH", %s, "start": {"at": "%s", "zone": "%s"}, "status": "PLANNED",
                 "visibility": "PARTIES"}
                """.formatted(PARTIES, at, zone));
    }

    private String created(String collection, String body) {
        return suite.post(editor, "/api/v1/" + collection, body)
                .expect(201)
                .json()
                .at("/id")
                .asText();
    }

    /** The due days of sessions, or the texts themselves. */
    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(list::get)
                .map(one -> one.isTextual() ? one.asText() : one.at("/due").asText())
                .toList();
    }

    private static JsonNode read(Path reader, String calendar) throws IOException {
        Path file = Files.writeString(reader.resolve("calendar.ics"), calendar);
        return new ObjectMapper().readTree(READER.run(reader, file.toString()));
    }
}
