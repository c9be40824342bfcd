package io.provincelink.exchanges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.kit.time.Today;
import java.time.LocalDate;

/** Bodies to create records with, as a client would send them. */
public final class Drafts {

    public static final String MECHANISMS = "/api/v1/mechanisms";
    public static final String MEETINGS = "/api/v1/meetings";
    public static final String DELEGATIONS = "/api/v1/delegations";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Drafts() {}

    /** A forum of both in every third quarter since 2016; seen by the own side. */
    public static ObjectNode mechanism(String a, String b) {
        return read("""
                {"title": {"vi": "Diễn đàn thử", "zh": "测试论坛", "en": "Test forum"}, "kind": "FORUM", "level": "PROVINCIAL",
                 "parties": [{"region": "%s", "body": {"region": "%s", "name": {"en": "Test body"}, "channel": "STATE"}},
                             {"region": "%s"}],
                 "recurrence": "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "window": "P3M", "since": "2016-01-01",
                 "hostRotation": ["%s", "%s"], "agreement": "test-agreement", "note": {"en": "A note"}}
                """.formatted(a, a, b, a, b));
    }

    /** Talks of level HIGH, held or, on a day that has not come, planned; seen by the own side. */
    public static ObjectNode meeting(String a, String b, String day) {
        boolean toCome = LocalDate.parse(day).isAfter(LocalDate.now(Today.ZONE));
        return read("""
                {"title": {"en": "Test talks"}, "kind": "TALKS", "level": "HIGH", "parties": [{"region": "%s"}, {"region": "%s"}],
                 "start": {"on": "%s"}, "format": "ONLINE", "sites": [{"region": "%s", "place": {"en": "Hall"}}],
                 "agenda": [{"en": "First item"}],
                 "participants": [{"party": "%s", "role": {"en": "Delegates"}, "count": {"value": 7, "qualifier": "ABOUT", "unit": "person"}}],
                 "status": "%s", "outcomes": [{"what": {"en": "To do"}, "owner": "%s", "due": "2030-01-01", "status": "OPEN"}],
                 "fields": ["TRADE"]}
                """.formatted(a, b, day, a, b, toCome ? "PLANNED" : "HELD", b));
    }

    /** A proposal with two members; without a visibility of its own. */
    public static ObjectNode delegation(String sending, String receiving, String day, int size) {
        return read("""
                {"sending": "%s", "receiving": "%s", "level": "DEPARTMENT", "purpose": {"en": "Test visit"}, "fields": ["HEALTH"],
                 "period": {"from": "%s", "to": "%s"}, "head": {"en": "Head of the test"}, "size": %d,
                 "members": [{"name": "Secret Person One", "position": "Driver"}, {"name": "Secret Person Two"}],
                 "invitation": "17/T", "authorisation": {"number": "5/T", "on": "2015-12-01"}, "format": "ON_SITE"}
                """.formatted(sending, receiving, day, day, size));
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException ourFault) {
            throw new IllegalStateException(ourFault);
        }
    }
}
