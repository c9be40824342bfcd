package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The story of one agreement, told through the gateway: from the draft of one side to the unit that stands for that side today. Province A
 * Two (XA.02) and prefecture B One (XB.010100) are fictional, and so is everything that they do here; A Two was merged into A One (XA.01)
 * on 1 July 2025.
 */
@ExtendWith(SharedSuite.class)
class AgreementStoryIT {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String AGREEMENT = AGREEMENTS + "/xa-xb-border-market-2019";
    private static final String EARLIER = AGREEMENTS + "/xa-xb-border-market-2014";

    /** Of which day the codes of the parties are, as long as nobody has signed. */
    private static final String DRAFTED = """
        "source": {"title": {"en": "Draft (fictional)"}, "publisher": "A Two", "publishedOn": "2018-12-01"}\
        """;

    private static final int LARGEST = 20 * 1024 * 1024;

    private static final String TEXT = AGREEMENT + "/documents?role=AUTHENTIC_TEXT";
    private static final byte[] VIETNAMESE = WordDocument.of(
            "THOẢ THUẬN", "Điều 1. Chợ biên giới", "Hai bên mở chợ mỗi tuần.", "Điều 2. Hiệu lực", "Từ ngày ký.");
    private static final byte[] CHINESE = WordDocument.of("合作安排", "第一条　边境市场", "双方每周开市。", "第二条　生效", "自签字之日起生效。");

    private final Person anybody;
    private final Person editor;
    private final Person approver;
    private final Person otherEditor;
    private final Person otherApprover;
    private final Person stranger;
    private final Person successor;

    AgreementStoryIT(RunningSuite suite) {
        anybody = Person.anybody(suite);
        editor = Person.of(suite, "XA.02", "reader", "editor");
        approver = Person.of(suite, "XA.02", "reader", "approver");
        otherEditor = Person.of(suite, "XB.010100", "reader", "editor");
        otherApprover = Person.of(suite, "XB.010100", "reader", "approver");
        stranger = Person.of(suite, "VN.15", "reader", "editor", "approver");
        successor = Person.of(suite, "XA.01", "reader", "editor", "approver");
    }

    @Test
    void an_agreement_from_its_draft_to_the_succession() {
        whatIsWrongWithADraftIsSaidAllAtOnce();
        oneSideDraftsItWhereNobodyElseSeesIt();
        theOtherSideSeesNeitherACountNorAGapInTheFeed();
        itRestsOnALegalAct();
        itRenewsAnEarlierOneAndNothingRestsOnItself();
        itGoesThroughTheOpinionsAndTheAuthorisation();
        theOtherSideIsShownTheDraft();
        bothSidesSignIt();
        itsTextIsFiledInBothLanguages();
        aSecondVersionKeepsTheFirst();
        aSlowLineFetchesItInParts();
        nothingStaysOfADocumentThatIsRefused();
        itEntersIntoForceAndEverybodyMayReadIt();
        everybodyFindsItInThreeLanguages();
        thePartnersSystemFindsItUnderItsOwnKey();
        aSlipIsTakenBackAndItIsExtended();
        theProvinceIsMergedAndItsSuccessorActsForIt();
        theHistoryNamesBothUnits();
        theFeedTellsTheSameInItsOrder();
        aPhoneHasTakenItAlong();
    }

    private void whatIsWrongWithADraftIsSaidAllAtOnce() {
        var refused = editor.post(AGREEMENTS, """
            {"code": "Border Market", "kind": "HANDSHAKE", "level": "PROVINCIAL", "bogus": 1,
             "parties": [{"region": "XA.02"}, {"region": "XB.999999"}]}
            """).expect(400).json();
        assertThat(refused.at("/violations").findValuesAsText("pointer"))
                .contains("/code", "/kind", "/bogus", "/title", "/parties/1/region");
    }

    private void oneSideDraftsItWhereNobodyElseSeesIt() {
        editor.post(AGREEMENTS, """
            {"code": "xa-xb-border-market-2019", "kind": "ARRANGEMENT", "level": "PROVINCIAL", "fields": ["TRADE"],
             "title": {"vi": "Thoả thuận về chợ biên giới", "zh": "边境市场合作安排", "en": "Arrangement on the border market"},
             "parties": [{"region": "XA.02", "body": {"region": "XA.02", "name": {"en": "People's committee"}, "channel": "STATE"}},
                         {"region": "XB.010100"}],
             "authenticLanguages": ["vi", "zh"], "externalIds": [{"system": "xa-archive", "id": "2019/17"}], %s}
            """.formatted(DRAFTED)).expect(201);
        for (Person other : List.of(anybody, otherEditor, stranger)) {
            other.get(AGREEMENT).expect(404);
        }
        assertThat(editor.get(AGREEMENT).expect(200).json().at("/status").asText())
                .isEqualTo("DRAFT");
    }

    private void theOtherSideSeesNeitherACountNorAGapInTheFeed() {
        String ofBoth = AGREEMENTS + "?parties=XA.02,XB.010100&limit=200";
        String cursor = otherEditor.endOfTheFeed();
        int listed = otherEditor.get(ofBoth).expect(200).json().at("/items").size();

        editor.patch(AGREEMENT, "{\"note\": {\"en\": \"Not for the other side yet\"}}")
                .expect(200);

        JsonNode told = otherEditor.changes(cursor);
        assertThat(told.at("/items")).isEmpty();
        assertThat(told.at("/nextCursor").asText()).isEqualTo(cursor);
        assertThat(otherEditor.get(ofBoth).expect(200).json().at("/items")).hasSize(listed);
        assertThat(editor.get(ofBoth).expect(200).json().at("/items").size()).isGreaterThan(listed);
    }

    private void itRestsOnALegalAct() {
        editor.post("/api/v1/legal-acts", """
            {"code": "xa-resolution-17-2018", "number": "17/2018/NQ", "kind": "RESOLUTION", "title": {"en": "Resolution on border markets (fictional)"},
             "issuer": {"region": "XA.02", "name": {"en": "People's council"}, "channel": "STATE"},
             "issuedOn": "2018-11-20", "validFrom": "2019-01-01"}
            """).expect(201);

        editor.patch(AGREEMENT, "{\"restsOn\": [\"nothing-like-that\"]}").expect(400);
        editor.patch(AGREEMENT, "{\"restsOn\": [\"xa-resolution-17-2018\"]}").expect(200);

        assertThat(editor.get(AGREEMENT + "/rests-on").expect(200).response().body())
                .contains("17/2018/NQ");
    }

    private void itRenewsAnEarlierOneAndNothingRestsOnItself() {
        editor.post(AGREEMENTS, """
            {"code": "xa-xb-border-market-2014", "kind": "ARRANGEMENT", "level": "PROVINCIAL", "visibility": "PARTIES",
             "title": {"en": "First arrangement on the market"}, "parties": [{"region": "XA.02"}, {"region": "XB.010100"}],
             "signedOn": "2014-05-06", "period": {"from": "2014-06-01", "to": "2019-05-31"}}
            """).expect(201);
        editor.patch(AGREEMENT, """
            {"renews": "xa-xb-border-market-2014", "restsOn": ["xa-resolution-17-2018", "xa-xb-border-market-2014"]}
            """).expect(200);

        JsonNode chain = editor.get(AGREEMENT + "/chain").expect(200).json();
        assertThat(chain.at("/items").findValuesAsText("code"))
                .containsExactly("xa-xb-border-market-2014", "xa-xb-border-market-2019");
        JsonNode circle = editor.patch(EARLIER, "{\"restsOn\": [\"xa-xb-border-market-2019\"]}")
                .expect(400)
                .json();
        assertThat(circle.at("/violations/0/code").asText()).isEqualTo("closes-circle");
    }

    private void itGoesThroughTheOpinionsAndTheAuthorisation() {
        act(editor, "{\"type\": \"SUBMIT\", \"on\": \"2019-02-01\"}").expect(200);
        act(editor, "{\"type\": \"REQUEST_OPINION\", \"on\": \"2019-02-04\", \"note\": {\"en\": \"Foreign ministry\"}}")
                .expect(200);
        act(editor, "{\"type\": \"OPINION_RECEIVED\", \"on\": \"2019-03-01\"}").expect(200);
        act(editor, "{\"type\": \"AUTHORISE\", \"on\": \"2019-03-20\"}").expect(403);
        JsonNode authorised = act(approver, "{\"type\": \"AUTHORISE\", \"on\": \"2019-03-20\"}")
                .expect(200)
                .json();

        assertThat(authorised.at("/status").asText()).isEqualTo("AUTHORISED");
        assertThat(statusOn("2019-02-10")).isEqualTo("IN_CONSULTATION");
    }

    private void theOtherSideIsShownTheDraft() {
        String cursor = otherEditor.endOfTheFeed();
        act(approver, "{\"type\": \"RESUME\", \"on\": \"2019-03-21\"}").expect(409);
        // its text names a legal act that the other side could not see
        approver.post(AGREEMENT + "/publication", "{\"to\": \"PARTIES\"}").expect(409);
        approver.post("/api/v1/legal-acts/xa-resolution-17-2018/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        approver.post(AGREEMENT + "/publication", "{\"to\": \"PARTIES\"}").expect(200);

        otherEditor.get(AGREEMENT).expect(200);
        stranger.get(AGREEMENT).expect(404);
        JsonNode seen = otherEditor.get(AGREEMENT + "/history").expect(200).json();
        assertThat(seen.at("/items")).hasSize(1);
        assertThat(editor.get(AGREEMENT).response().body()).contains("Foreign ministry");
        assertThat(otherEditor.get(AGREEMENT).response().body()).doesNotContain("Foreign ministry");
        JsonNode told = otherEditor.changes(cursor);
        assertThat(told.at("/items").findValuesAsText("type")).containsExactly("LEGAL_ACT", "AGREEMENT");
        assertThat(told.at("/items").findValuesAsText("op")).containsOnly("CREATED");
    }

    private void bothSidesSignIt() {
        act(approver, "{\"type\": \"SIGN\", \"on\": \"2019-05-06\"}").expect(200);
        act(approver, "{\"type\": \"SIGN\", \"on\": \"2019-05-06\", \"region\": \"XB.010100\"}")
                .expect(403);
        assertThat(statusOn("2019-05-06")).isEqualTo("AUTHORISED");
        act(otherApprover, "{\"type\": \"SIGN\", \"on\": \"2019-05-07\"}").expect(200);
        assertThat(statusOn("2019-05-07")).isEqualTo("SIGNED");
        otherEditor.patch(AGREEMENT, "{\"kind\": \"PLAN\"}").expect(409);
    }

    private void itsTextIsFiledInBothLanguages() {
        anybody.upload(TEXT + "&language=vi", VIETNAMESE).expect(401);
        stranger.upload(TEXT + "&language=vi", VIETNAMESE).expect(404);
        editor.upload(TEXT + "&language=vi", VIETNAMESE).expect(403);
        approver.upload(TEXT + "&language=vi&authentic=true&fileName=thoa-thuan.docx", VIETNAMESE)
                .expect(201);
        otherApprover.upload(TEXT + "&language=vi", VIETNAMESE).expect(409);
        otherApprover.upload(TEXT + "&language=zh", CHINESE).expect(201);
        act(editor, "{\"type\": \"COPY_FILED\", \"on\": \"2019-05-15\"}").expect(200);

        assertThat(headings("vi")).contains("Chợ biên giới", "Hiệu lực");
        assertThat(headings("zh")).contains("边境市场", "生效");
    }

    private List<String> headings(String language) {
        JsonNode text = otherEditor
                .get(AGREEMENT + "/text?lang=" + language)
                .expect(200)
                .json();
        assertThat(text.at("/articles").findValuesAsText("number")).contains("1", "2");
        return text.at("/articles").findValuesAsText("heading");
    }

    private void aSecondVersionKeepsTheFirst() {
        JsonNode first = vietnameseText();
        String document = AGREEMENT + "/documents/" + first.at("/id").asText();
        byte[] corrected =
                WordDocument.of("THOẢ THUẬN", "Điều 1. Chợ biên giới", "Hai tuần.", "Điều 2. Hiệu lực", "Nay.");

        String replaced = document.replace("/documents/", "/documents?replaces=");
        otherApprover.upload(replaced, corrected).expect(403);
        JsonNode second = approver.upload(replaced, corrected).expect(201).json();

        assertThat(second.at("/version").asInt()).isEqualTo(2);
        assertThat(editor.get(document).expect(200).json().at("/versions")).hasSize(2);
        assertThat(editor.download(document + "/versions/1", Map.of()).body()).isEqualTo(VIETNAMESE);
        assertThat(editor.download(document + "/content", Map.of()).body()).isEqualTo(corrected);
    }

    private JsonNode vietnameseText() {
        for (JsonNode document :
                editor.get(AGREEMENT + "/documents").expect(200).json().at("/items")) {
            if (document.at("/language").asText().equals("vi")) {
                return document;
            }
        }
        throw new AssertionError("no text in Vietnamese");
    }

    private void aSlowLineFetchesItInParts() {
        JsonNode filed = vietnameseText();
        String content = AGREEMENT + "/documents/" + filed.at("/id").asText() + "/content";
        byte[] whole = editor.download(content, Map.of()).body();

        HttpResponse<byte[]> part = editor.download(content, Map.of("Range", "bytes=100-199"));

        byte[] digest = HexFormat.of().parseHex(filed.at("/sha256").asText());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 100-199/" + whole.length);
        assertThat(part.headers().firstValue("Repr-Digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
    }

    private void nothingStaysOfADocumentThatIsRefused() {
        JsonNode before = editor.get(AGREEMENT + "/documents").expect(200).json();

        refusal(415, "document-type", "no document at all".getBytes(StandardCharsets.UTF_8));
        refusal(422, "document-secret", WordDocument.of("MẬT", "Biên bản"));
        refusal(422, "document-secret", WordDocument.of("秘密", "会谈纪要"));
        refusal(422, "document-empty", new byte[0]);
        refusal(422, "document-damaged", Arrays.copyOf(VIETNAMESE, VIETNAMESE.length - 30));
        refusal(413, "too-large", new byte[LARGEST + 1]);

        assertThat(editor.get(AGREEMENT + "/documents?withdrawn=true")
                        .expect(200)
                        .json())
                .isEqualTo(before);
    }

    private void refusal(int status, String problem, byte[] file) {
        JsonNode said = editor.upload(AGREEMENT + "/documents?role=ANNEX&language=vi", file)
                .expect(status)
                .json();
        assertThat(said.at("/type").asText()).isEqualTo("urn:provincelink:problem:" + problem);
    }

    private void itEntersIntoForceAndEverybodyMayReadIt() {
        act(approver, "{\"type\": \"ENTER_INTO_FORCE\", \"on\": \"2019-06-01\", \"until\": \"2024-05-31\"}")
                .expect(200);
        approver.post(EARLIER + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        otherApprover.post(EARLIER + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        approver.post(AGREEMENT + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        anybody.get(AGREEMENT).expect(404);
        otherApprover.post(AGREEMENT + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        JsonNode read = anybody.get(AGREEMENT + "?asOf=2020-01-01").expect(200).json();
        assertThat(read.at("/status").asText()).isEqualTo("IN_FORCE");
        assertThat(read.at("/possibleActions").toString()).contains("SUSPEND").doesNotContain("RESUME");
        approver.delete(AGREEMENT).expect(409);
    }

    private void everybodyFindsItInThreeLanguages() {
        for (String words : List.of(
                "tho%E1%BA%A3%20thu%E1%BA%ADn%20cho",
                "thoa%20thuan%20cho%20bien", "%E5%B8%82%E5%9C%BA", "border%20mark")) {
            JsonNode found = anybody.get(AGREEMENTS + "?q=" + words).expect(200).json();
            assertThat(found.at("/items").findValuesAsText("code")).as(words).contains("xa-xb-border-market-2019");
        }
    }

    private void thePartnersSystemFindsItUnderItsOwnKey() {
        JsonNode found = anybody.get(AGREEMENTS + "?externalId=xa-archive:2019/17")
                .expect(200)
                .json();
        assertThat(found.at("/items/0/code").asText()).isEqualTo("xa-xb-border-market-2019");
        anybody.get(AGREEMENTS + "/by-external-id/xa-archive/none").expect(404);
    }

    private void aSlipIsTakenBackAndItIsExtended() {
        act(approver, "{\"type\": \"TERMINATE\", \"on\": \"2020-03-01\"}").expect(200);
        otherApprover.delete(AGREEMENT + "/actions/9").expect(403);
        approver.delete(AGREEMENT + "/actions/9").expect(200);
        assertThat(statusOn("2020-03-01")).isEqualTo("IN_FORCE");
        act(otherApprover, "{\"type\": \"EXTEND\", \"on\": \"2024-05-01\", \"until\": \"2029-05-31\"}")
                .expect(200);
        assertThat(statusOn("2025-01-01")).isEqualTo("IN_FORCE");
    }

    private void theProvinceIsMergedAndItsSuccessorActsForIt() {
        JsonNode before =
                anybody.get(AGREEMENT + "?asOf=2025-06-30").expect(200).json();
        assertThat(before.at("/successors")).isEmpty();
        JsonNode now = anybody.get(AGREEMENT).expect(200).json();
        assertThat(now.at("/parties/0/region").asText()).isEqualTo("XA.02");
        assertThat(now.at("/successors/0/to/0").asText()).isEqualTo("XA.01");
        assertThat(now.at("/successors/0/decided").asText()).isEqualTo("BY_LIST");

        act(successor, "{\"type\": \"SUCCEED\", \"on\": \"2025-07-01\", \"region\": \"XA.02\", \"to\": [\"XA.01\"]}")
                .expect(200);
        act(approver, "{\"type\": \"AMEND\", \"on\": \"2025-08-01\", \"note\": {\"en\": \"Two markets\"}}")
                .expect(403);
        act(stranger, "{\"type\": \"AMEND\", \"on\": \"2025-08-01\", \"note\": {\"en\": \"Two markets\"}}")
                .expect(403);
        act(successor, "{\"type\": \"AMEND\", \"on\": \"2025-08-01\", \"note\": {\"en\": \"Two markets\"}}")
                .expect(200);

        JsonNode taken = anybody.get(AGREEMENT).expect(200).json();
        assertThat(taken.at("/parties/0/region").asText()).isEqualTo("XA.02");
        assertThat(taken.at("/successors/0/decided").asText()).isEqualTo("RECORDED");
    }

    private void theHistoryNamesBothUnits() {
        List<String> units = new ArrayList<>();
        JsonNode history =
                successor.get(AGREEMENT + "/history?limit=200").expect(200).json();
        history.at("/items")
                .forEach(version -> units.add(version.at("/by/region").asText()));

        assertThat(units).contains("XA.02", "XB.010100", "XA.01");
        assertThat(history.at("/items/0/changes").toString()).contains("Two markets");
        assertThat(history.at("/items/0/by/body").asText()).isEqualTo("Foreign affairs office of XA.01");
        assertThat(history.at("/items/0/by/roles").toString()).contains("approver");
        assertThat(history.at("/items/0/at").asText()).endsWith("Z");
    }

    private void theFeedTellsTheSameInItsOrder() {
        String id = successor.get(AGREEMENT).expect(200).json().at("/id").asText();
        List<Long> versions = new ArrayList<>();
        String cursor = "";
        JsonNode page = successor.changes(cursor);
        while (!page.at("/items").isEmpty()) {
            page.at("/items").forEach(item -> {
                if (item.at("/id").asText().equals(id)) {
                    versions.add(item.at("/version").asLong());
                }
            });
            cursor = page.at("/nextCursor").asText();
            page = successor.changes(cursor);
        }

        JsonNode history =
                successor.get(AGREEMENT + "/history?limit=200").expect(200).json();
        assertThat(versions).hasSize(history.at("/items").size()).isSorted();
    }

    private void aPhoneHasTakenItAlong() {
        String bundle = anybody.get("/api/v1/offline-bundle?region=XA.01")
                .expect(200)
                .response()
                .body();
        assertThat(bundle).contains("\"xa-xb-border-market-2019\"", "Chợ biên giới", "\"type\":\"END\"");
        // what it follows was shown to everybody before it
        assertThat(bundle).contains("First arrangement on the market");
    }

    private static RunningSuite.Answer act(Person person, String action) {
        return person.post(AGREEMENT + "/actions", action);
    }

    private String statusOn(String day) {
        return editor.get(AGREEMENT + "?asOf=" + day)
                .expect(200)
                .json()
                .at("/status")
                .asText();
    }
}
