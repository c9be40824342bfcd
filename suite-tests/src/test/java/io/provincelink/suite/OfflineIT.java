package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A phone that was without a network for a day ends with what the server has. */
@ExtendWith(SharedSuite.class)
class OfflineIT {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final String VIETNAMESE = "role=AUTHENTIC_TEXT&language=vi";

    /** Sixteen bytes as a cursor has them, sealed by nobody. */
    private static final String CURSOR_OF_ANOTHER_DATABASE = "AnotherDatabasesCursor";

    private static final String TO_THE_PARTIES = "{\"to\": \"PARTIES\"}";

    private final Person editor;
    private final Person approver;
    private final Person reader;
    private final Person otherApprover;
    private final Person own;
    private final Person province;

    OfflineIT(RunningSuite suite) {
        // what binds is filed by an approver once it is signed
        this.editor = Person.of(suite, "XA.01", "reader", "editor", "approver");
        this.approver = Person.of(suite, "XA.01", "reader", "approver");
        this.reader = Person.of(suite, "XB.010100", "reader");
        this.otherApprover = Person.of(suite, "XB.010100", "reader", "approver");
        this.own = Person.of(suite, "XB.010100", "reader", "editor");
        this.province = Person.of(suite, "XB.010000", "reader", "editor");
    }

    @Test
    void a_phone_follows_a_day_of_changes_and_deletions() throws Phone.BrokenOff {
        agreement("offline-kept", "PARTIES");
        file("offline-kept", "role=TRANSLATION&language=en", "Article 1. Border gates", "They are open.");
        agreement("offline-taken-back", "PARTIES");
        file("offline-taken-back", VIETNAMESE, "Điều 1. Bỏ", "Sẽ bỏ.");
        unsigned("offline-signed");
        String document = file("offline-signed", VIETNAMESE, "Điều 1. Bản đầu", "Mỗi tuần một lần.");
        programme("offline-programme");
        ownDraft();
        Phone phone = new Phone(reader, "XB.010100");
        phone.takeAlong();
        assertTheSame(phone);
        assertThat(phone.texts().toString()).contains("Border gates", "Sẽ bỏ.", "Bản đầu", "Moved away");

        aDay(document);
        phone.takeAPageAndForgetIt();
        assertThat(phone.follow()).isGreaterThan(10);

        assertTheSame(phone);
        assertThat(phone.records().toString())
                .contains("offline-shown", "offline-signed")
                .doesNotContain("offline-hidden", "offline-taken-back", "offline-here-and-gone", "offline-moved-away");
        assertThat(phone.texts().toString())
                .contains("Border gates", "Bản sau", "边境合作", "Shown at last")
                .doesNotContain("Bản đầu", "Sẽ bỏ.", "Moved away");
        assertThat(phone.follow()).as("nothing more").isZero();
    }

    @Test
    void a_draft_of_the_other_side_moves_nothing_on_the_phone() throws Phone.BrokenOff {
        Phone phone = new Phone(reader, "XB.010100");
        phone.takeAlong();
        String cursor = phone.cursor();

        agreement("offline-own-business", "OWN_SIDE");
        note("offline-own-business", "again");

        assertThat(phone.follow()).isZero();
        assertThat(phone.cursor()).isEqualTo(cursor);
    }

    @Test
    void a_phone_whose_cursor_is_of_another_database_forgets_all_and_fetches_the_bundle() throws Phone.BrokenOff {
        agreement("offline-anew", "PARTIES");
        file("offline-anew", VIETNAMESE, "Điều 1. Từ đầu", "Lấy lại tất cả.");
        Phone phone = new Phone(reader, "XB.010100");
        phone.takeAlong();
        note("offline-anew", "while the phone was away");
        phone.records().put("AGREEMENT of another server", new ObjectMapper().createObjectNode());
        reader.get("/api/v1/changes?after=" + CURSOR_OF_ANOTHER_DATABASE).expect(410);

        phone.keepTheCursor(CURSOR_OF_ANOTHER_DATABASE);
        phone.follow();

        assertTheSame(phone);
        assertThat(phone.cursor()).isNotEqualTo(CURSOR_OF_ANOTHER_DATABASE);
        assertThat(phone.follow()).isZero();
    }

    @Test
    void a_bundle_that_broke_off_is_noticed_and_what_the_phone_had_stays() throws Phone.BrokenOff {
        agreement("offline-before-the-tunnel", "PARTIES");
        Phone phone = new Phone(reader, "XB.010100");
        phone.takeAlong();
        String cursor = phone.cursor();
        String bundle = phone.fetchBundle().strip();
        String withoutEnd = bundle.substring(0, bundle.lastIndexOf('\n'));

        for (String broken :
                List.of(bundle.substring(0, bundle.length() - 10), withoutEnd, withoutEnd.substring(0, 500))) {
            assertThatThrownBy(() -> phone.takeIn(broken)).isInstanceOf(Phone.BrokenOff.class);
        }

        assertTheSame(phone);
        assertThat(phone.cursor()).isEqualTo(cursor);
    }

    private void aDay(String document) {
        note("offline-kept", "morning");
        agreement("offline-new", "PARTIES");
        agreement("offline-hidden", "OWN_SIDE");
        file("offline-hidden", VIETNAMESE, "Điều 1. Kín", "Không ai khác thấy.");
        agreement("offline-shown", "OWN_SIDE");
        file("offline-shown", "role=TRANSLATION&language=en", "Article 1. Shown at last", "So it is.");
        note("offline-shown", "not yet for the other side");
        file("offline-kept", "role=AUTHENTIC_TEXT&language=zh", "第一条　边境合作", "双方合作。");
        approver.post(AGREEMENTS + "/offline-shown/publication", TO_THE_PARTIES).expect(200);
        note("offline-new", "noon");
        approver.delete(AGREEMENTS + "/offline-taken-back").expect(204);
        file("offline-signed", "replaces=" + document, "Điều 1. Bản sau", "Mỗi tuần hai lần.");
        String sign = "{\"type\": \"SIGN\", \"on\": \"2018-03-0%d\"}";
        approver.post(AGREEMENTS + "/offline-signed/actions", sign.formatted(1)).expect(200);
        otherApprover
                .post(AGREEMENTS + "/offline-signed/actions", sign.formatted(2))
                .expect(200);
        editor.patch(PROGRAMMES + "/offline-programme", "{\"note\": {\"en\": \"afternoon\"}}")
                .expect(200);
        agreement("offline-here-and-gone", "PARTIES");
        approver.delete(AGREEMENTS + "/offline-here-and-gone").expect(204);
        theProvinceTakesItOver();
        note("offline-kept", "evening");
    }

    /** A draft of the phone's own side, which the province takes over: for the phone's owner it is gone. */
    private void ownDraft() {
        own.post(AGREEMENTS, """
            {"code": "offline-moved-away", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "OWN_SIDE",
             "signedOn": "2018-03-01", "title": {"en": "Moved away"}, "parties": [{"region": "XB.010100"}, {"region": "XA.01"}]}
            """).expect(201);
        own.upload(
                        AGREEMENTS + "/offline-moved-away/documents?role=TRANSLATION&language=en",
                        WordDocument.of("Article 1. Moved away", "To the province."))
                .expect(201);
    }

    private void theProvinceTakesItOver() {
        province.patch(
                        AGREEMENTS + "/offline-moved-away",
                        "{\"parties\": [{\"region\": \"XB.010000\"}, {\"region\": \"XA.01\"}]}")
                .expect(200);
        reader.get(AGREEMENTS + "/offline-moved-away").expect(404);
    }

    private void note(String code, String note) {
        editor.patch(AGREEMENTS + "/" + code, "{\"note\": {\"en\": \"%s\"}}".formatted(note))
                .expect(200);
    }

    /** @return the id of the document */
    private String file(String code, String about, String... paragraphs) {
        return editor.upload(AGREEMENTS + "/" + code + "/documents?" + about, WordDocument.of(paragraphs))
                .expect(201)
                .json()
                .at("/id")
                .asText();
    }

    private void agreement(String code, String visibility) {
        draft(code, visibility, """
            "signedOn": "2018-03-01", "period": {"from": "2018-04-01", "to": "2022-03-31"}\
            """);
    }

    /** Its source says of which day the codes of its parties are. */
    private void unsigned(String code) {
        draft(code, "PARTIES", """
            "source": {"title": {"en": "A draft"}, "publisher": "Somebody", "publishedOn": "2018-01-01"}\
            """);
    }

    private void draft(String code, String visibility, String dates) {
        editor.post(AGREEMENTS, """
            {"code": "%s", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "%s", %s,
             "title": {"en": "Made up for a phone"}, "parties": [{"region": "XA.01"}, {"region": "XB.010100"}],
             "authenticLanguages": ["vi", "zh"]}
            """.formatted(code, visibility, dates)).expect(201);
    }

    private void programme(String code) {
        editor.post(PROGRAMMES, """
            {"code": "%s", "kind": "BILATERAL", "visibility": "PARTIES", "title": {"en": "Made up for a phone"},
             "parties": [{"region": "XA.01"}, {"region": "XB.010100"}], "period": {"from": "2016-01-01", "to": "2020-12-31"},
             "goals": [{"indicator": "trade-turnover", "kind": "TOTAL", "direction": "UP",
                        "target": {"value": 1500000.50, "qualifier": "OVER", "unit": "USD"}}]}
            """.formatted(code)).expect(201);
    }

    private void assertTheSame(Phone phone) {
        Map<String, JsonNode> records = new TreeMap<>();
        Map<String, JsonNode> texts = new TreeMap<>();
        collect("AGREEMENT", AGREEMENTS, records);
        collect("PROGRAMME", PROGRAMMES, records);
        records.forEach((key, record) -> collectTexts(record, texts));
        assertThat(phone.records()).isEqualTo(records);
        assertThat(phone.texts()).isEqualTo(texts);
    }

    /** What the reader gets of each record today, one by one. */
    private void collect(String type, String list, Map<String, JsonNode> into) {
        String next = list + "?parties=XB.010100&fields=id&limit=200";
        while (!next.isEmpty()) {
            JsonNode page = reader.get(next).expect(200).json();
            for (JsonNode item : page.at("/items")) {
                String id = item.at("/id").asText();
                into.put(
                        Phone.key(type, id),
                        reader.get(list + "/" + id).expect(200).json());
            }
            next = page.path("next").asText("");
        }
    }

    private void collectTexts(JsonNode record, Map<String, JsonNode> into) {
        String id = record.at("/id").asText();
        for (String language : record.at("/documents").findValuesAsText("language")) {
            RunningSuite.Answer text = reader.get(AGREEMENTS + "/" + id + "/text?lang=" + language);
            // a scan, or an annex, has none
            if (text.status() != 404) {
                into.put(Phone.key(id, language), text.expect(200).json());
            }
        }
    }
}
