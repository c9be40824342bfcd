package io.provincelink.exchanges.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;

/** Records of two sides that are events of the calendar, and who asks for it. */
final class CalendarOfTwoSides {

    static final String CALENDAR = "/api/v1/calendar.ics";
    static final String ALL_YEARS = CALENDAR + "?period=2000/2040";

    static final Api ANYBODY = Api.checked();
    static final Api EDITOR = ANYBODY.as("XA.01", "reader", "editor");
    static final Api OTHER = ANYBODY.as("XB.010100", "reader");
    static final Api STRANGER = ANYBODY.as("VN.15", "reader", "editor", "approver");

    private CalendarOfTwoSides() {}

    /** Seen by both sides; its id. */
    static String create(String collection, ObjectNode draft) {
        return EDITOR.post(collection, draft.put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    static ObjectNode mechanism() {
        return Drafts.mechanism("XA.01", "XB.010100");
    }

    static ObjectNode meeting(String day) {
        return Drafts.meeting("XA.01", "XB.010100", day);
    }

    static ObjectNode delegation() {
        return Drafts.delegation("XA.01", "XB.010100", "2019-05-06", 12);
    }
}
