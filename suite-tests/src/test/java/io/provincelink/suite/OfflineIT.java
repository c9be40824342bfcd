package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A phone that was without a network for a day ends with what the server has. */
@ExtendWith(SharedSuite.class)
class OfflineIT {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final String TO_THE_PARTIES = "{\"to\": \"PARTIES\"}";

    private final RunningSuite suite;
    private final Person editor;
    private final Person approver;
    private final Person reader;

    OfflineIT(RunningSuite suite) {
        this.suite = suite;
        this.editor = Person.of(suite, "XA.01", "reader", "editor");
        this.approver = Person.of(suite, "XA.01", "reader", "approver");
        this.reader = Person.of(suite, "XB.010100", "reader");
    }

    @Test
    void a_phone_follows_a_day_of_changes_and_deletions() {
        agreement("offline-kept", "PARTIES");
        agreement("offline-taken-back", "PARTIES");
        programme("offline-programme");
        Phone phone = new Phone(suite, reader.token(), "XB.010100");
        phone.takeAlong();
        assertThat(phone.records()).isEqualTo(onTheServer());

        aDay();
        phone.takeAPageAndForgetIt();
        assertThat(phone.follow()).isGreaterThan(6);

        assertThat(phone.records()).isEqualTo(onTheServer());
        assertThat(phone.records().toString())
                .contains("offline-shown")
                .doesNotContain("offline-hidden", "offline-taken-back");
        assertThat(phone.follow()).as("nothing more").isZero();
    }

    @Test
    void a_draft_of_the_other_side_moves_nothing_on_the_phone() {
        Phone phone = new Phone(suite, reader.token(), "XB.010100");
        phone.takeAlong();

        agreement("offline-own-business", "OWN_SIDE");
        editor.patch(AGREEMENTS + "/offline-own-business", "{\"note\": {\"en\": \"again\"}}")
                .expect(200);

        assertThat(phone.follow()).isZero();
    }

    private void aDay() {
        note("offline-kept", "morning");
        agreement("offline-new", "PARTIES");
        agreement("offline-hidden", "OWN_SIDE");
        agreement("offline-shown", "OWN_SIDE");
        note("offline-shown", "not yet for the other side");
        approver.post(AGREEMENTS + "/offline-shown/publication", TO_THE_PARTIES).expect(200);
        note("offline-new", "noon");
        approver.delete(AGREEMENTS + "/offline-taken-back").expect(204);
        editor.patch(PROGRAMMES + "/offline-programme", "{\"note\": {\"en\": \"afternoon\"}}")
                .expect(200);
        agreement("offline-here-and-gone", "PARTIES");
        approver.delete(AGREEMENTS + "/offline-here-and-gone").expect(204);
        note("offline-kept", "evening");
    }

    private void note(String code, String note) {
        editor.patch(AGREEMENTS + "/" + code, "{\"note\": {\"en\": \"%s\"}}".formatted(note))
                .expect(200);
    }

    private void agreement(String code, String visibility) {
        editor.post(AGREEMENTS, """
                {"code": "%s", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "%s", "signedOn": "2018-03-01",
                 "title": {"en": "Made up for a phone"}, "parties": [{"region": "XA.01"}, {"region": "XB.010100"}],
                 "period": {"from": "2018-04-01", "to": "2022-03-31"}}
                """.formatted(code, visibility)).expect(201);
    }

    private void programme(String code) {
        editor.post(PROGRAMMES, """
                {"code": "%s", "kind": "BILATERAL", "visibility": "PARTIES", "title": {"en": "Made up for a phone"},
                 "parties": [{"region": "XA.01"}, {"region": "XB.010100"}], "period": {"from": "2016-01-01", "to": "2020-12-31"},
                 "goals": [{"indicator": "trade-turnover", "kind": "TOTAL", "direction": "UP",
                            "target": {"value": 1500000.50, "qualifier": "OVER", "unit": "USD"}}]}
                """.formatted(code)).expect(201);
    }

    /** What the reader gets of each record today, one by one. */
    private Map<String, JsonNode> onTheServer() {
        Map<String, JsonNode> all = new TreeMap<>();
        collect("AGREEMENT", AGREEMENTS, all);
        collect("PROGRAMME", PROGRAMMES, all);
        return all;
    }

    private void collect(String type, String list, Map<String, JsonNode> into) {
        JsonNode page = reader.get(list + "?parties=XB.010100&fields=id&limit=200")
                .expect(200)
                .json();
        for (JsonNode item : page.at("/items")) {
            String id = item.at("/id").asText();
            into.put(
                    Phone.key(type, id), reader.get(list + "/" + id).expect(200).json());
        }
    }
}
