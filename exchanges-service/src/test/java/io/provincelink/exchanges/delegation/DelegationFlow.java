package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Ways that delegations of the two fictional sides have gone, for tests that begin there. XA.01 writes them. */
final class DelegationFlow {

    static final Api ANYBODY = Api.checked();
    static final Api EDITOR = ANYBODY.as("XA.01", "reader", "editor");
    static final Api APPROVER = ANYBODY.as("XA.01", "reader", "approver");
    static final Api OTHER_READER = ANYBODY.as("XB.010100", "reader");
    static final Api OTHER_EDITOR = ANYBODY.as("XB.010100", "reader", "editor");
    static final Api OTHER_APPROVER = ANYBODY.as("XB.010100", "reader", "approver");

    private DelegationFlow() {}

    /** Of today, so that a release may begin and nothing is kept too long. */
    static ObjectNode draft() {
        return draft(LocalDate.now(Today.ZONE));
    }

    static ObjectNode draft(LocalDate day) {
        return Drafts.delegation("XA.01", "XB.010100", day.toString(), 5);
    }

    /** Its address. */
    static String proposed(ObjectNode draft) {
        return DELEGATIONS + "/" + EDITOR.post(DELEGATIONS, draft).expect(201).at("/id");
    }

    static String proposed() {
        return proposed(draft());
    }

    static String accepted() {
        String path = proposed();
        step(OTHER_APPROVER, path, "ACCEPTED");
        return path;
    }

    static String completed(ObjectNode draft) {
        String path = proposed(draft);
        step(OTHER_APPROVER, path, "ACCEPTED");
        step(EDITOR, path, "UNDER_WAY");
        step(EDITOR, path, "COMPLETED");
        return path;
    }

    static String completed() {
        return completed(draft());
    }

    static void step(Api who, String path, String to) {
        String report = to.equals("COMPLETED") ? ", \"report\": {\"en\": \"So it was\"}" : "";
        who.post(path + "/transitions", "{\"to\": \"" + to + "\"" + report + "}")
                .expect(200);
    }

    static void release(String path, LocalDate until) {
        APPROVER.post(path + "/release", "{\"until\": \"" + until + "\"}").expect(200);
    }

    static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Ids of who is named in it, in order. */
    static List<String> persons(String path) {
        return EDITOR.get(path).expect(200).json().at("/members").findValuesAsText("person");
    }
}
