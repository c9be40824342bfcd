package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    private static final String PROGRAMMES = "/api/v1/programmes";

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
        oneSideDraftsItWhereNobodyElseSeesIt();
        itRestsOnALegalAct();
        itGoesThroughTheOpinionsAndTheAuthorisation();
        theOtherSideIsShownTheDraft();
        bothSidesSignAndTheTextIsFiled();
        itEntersIntoForceAndEverybodyMayReadIt();
        everybodyFindsItInThreeLanguages();
        aProgrammeRestsOnItAndBothSidesConfirmItsGoal();
        aDonorWorksUnderItAndTheWorldReadsThatAsIati();
        twinsAreOnTheMap();
        thePartnersSystemFindsItUnderItsOwnKey();
        itIsExtendedAndItsNextPeriodIsDrafted();
        theProvinceIsMergedAndItsSuccessorActsForIt();
        theHistoryNamesBothUnits();
        aPhoneHasTakenItAlong();
    }

    private void oneSideDraftsItWhereNobodyElseSeesIt() {
        var refused = editor.post(AGREEMENTS, """
                {"code": "Border Market", "kind": "HANDSHAKE", "level": "PROVINCIAL", "bogus": 1,
                 "parties": [{"region": "XA.02"}, {"region": "XB.999999"}]}
                """).expect(400).json();
        assertThat(refused.at("/violations").findValuesAsText("pointer"))
                .contains("/code", "/kind", "/bogus", "/title", "/parties/1/region");

        editor.post(AGREEMENTS, """
                {"code": "xa-xb-border-market-2019", "kind": "ARRANGEMENT", "level": "PROVINCIAL", "fields": ["TRADE"],
                 "title": {"vi": "Thoả thuận về chợ biên giới", "zh": "边境市场合作安排", "en": "Arrangement on the border market"},
                 "parties": [{"region": "XA.02", "body": {"region": "XA.02", "name": {"en": "People's committee"}, "channel": "STATE"}},
                             {"region": "XB.010100"}],
                 "authenticLanguages": ["vi", "zh"], "externalIds": [{"system": "xa-archive", "id": "2019/17"}]}
                """).expect(201);
        for (Person other : List.of(anybody, otherEditor, stranger)) {
            other.get(AGREEMENT).expect(404);
        }
        assertThat(editor.get(AGREEMENT).expect(200).json().at("/status").asText())
                .isEqualTo("DRAFT");
    }

    private void itRestsOnALegalAct() {
        editor.post("/api/v1/legal-acts", """
                {"code": "xa-resolution-17-2018", "number": "17/2018/NQ", "kind": "RESOLUTION", "title": {"en": "Resolution on border markets (fictional)"},
                 "issuer": {"region": "XA.02", "name": {"en": "People's council"}, "channel": "STATE"},
                 "issuedOn": "2018-11-20", "validFrom": "2019-01-01"}
                """).expect(201).json().at("/id").asText();

        editor.patch(AGREEMENT, "{\"restsOn\": [\"nothing-like-that\"]}").expect(400);
        editor.patch(AGREEMENT, "{\"restsOn\": [\"xa-resolution-17-2018\"]}").expect(200);

        assertThat(editor.get(AGREEMENT + "/rests-on").expect(200).response().body())
                .contains("17/2018/NQ");
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
        act(approver, "{\"type\": \"RESUME\", \"on\": \"2019-03-21\"}").expect(409);
        approver.post(AGREEMENT + "/publication", "{\"to\": \"PARTIES\"}").expect(200);

        otherEditor.get(AGREEMENT).expect(200);
        stranger.get(AGREEMENT).expect(404);
        JsonNode seen = otherEditor.get(AGREEMENT + "/history").expect(200).json();
        assertThat(seen.at("/items")).hasSize(1);
    }

    private void bothSidesSignAndTheTextIsFiled() {
        byte[] text = WordDocument.of(
                "THOẢ THUẬN", "Điều 1. Chợ biên giới", "Hai bên mở chợ mỗi tuần.", "Điều 2. Hiệu lực", "Từ ngày ký.");
        String documents =
                AGREEMENT + "/documents?role=AUTHENTIC_TEXT&language=vi&authentic=true&fileName=thoa-thuan.docx";
        anybody.upload(documents, text).expect(401);
        stranger.upload(documents, text).expect(404);
        editor.upload(documents, "no document at all".getBytes(StandardCharsets.UTF_8))
                .expect(415);
        var filed = editor.upload(documents, text).expect(201);
        assertThat(filed.header("Repr-Digest")).startsWith("sha-256=:");

        act(approver, "{\"type\": \"SIGN\", \"on\": \"2019-05-06\"}").expect(200);
        act(approver, "{\"type\": \"SIGN\", \"on\": \"2019-05-06\", \"region\": \"XB.010100\"}")
                .expect(403);
        assertThat(statusOn("2019-05-06")).isEqualTo("AUTHORISED");
        act(otherApprover, "{\"type\": \"SIGN\", \"on\": \"2019-05-07\"}").expect(200);
        assertThat(statusOn("2019-05-07")).isEqualTo("SIGNED");
        act(editor, "{\"type\": \"COPY_FILED\", \"on\": \"2019-05-15\"}").expect(200);

        JsonNode articles =
                otherEditor.get(AGREEMENT + "/text?lang=vi").expect(200).json();
        assertThat(articles.at("/articles").findValuesAsText("heading")).contains("Chợ biên giới", "Hiệu lực");
    }

    private void itEntersIntoForceAndEverybodyMayReadIt() {
        act(approver, "{\"type\": \"ENTER_INTO_FORCE\", \"on\": \"2019-06-01\", \"until\": \"2024-05-31\"}")
                .expect(200);
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

    private void aProgrammeRestsOnItAndBothSidesConfirmItsGoal() {
        String programme = PROGRAMMES + "/xa-xb-market-2019-2023";
        JsonNode created = editor.post(PROGRAMMES, """
                {"code": "xa-xb-market-2019-2023", "kind": "BILATERAL", "visibility": "PARTIES",
                 "title": {"en": "Market programme (fictional)"},
                 "parties": [{"region": "XA.02"}, {"region": "XB.010100"}],
                 "period": {"from": "2019-06-01", "to": "2023-12-31"}, "agreements": ["xa-xb-border-market-2019"],
                 "goals": [{"indicator": "trade-turnover", "kind": "TOTAL", "direction": "UP",
                            "target": {"value": 50000000, "qualifier": "EXACT", "unit": "USD"}}],
                 "milestones": [{"title": {"en": "Build the hall"}, "due": "2020-12-31"}]}
                """).expect(201).json();
        String goal = programme + "/goals/" + created.at("/goals/0/id").asText() + "/confirmations";

        approver.post(goal, "{\"decision\": \"AGREED\"}").expect(200);
        editor.post(goal, "{\"decision\": \"AGREED\"}").expect(403);
        JsonNode agreed = otherApprover
                .post(goal, "{\"decision\": \"AGREED\"}")
                .expect(200)
                .json();

        assertThat(agreed.at("/goals/0/standing").asText()).isEqualTo("AGREED");
        assertThat(agreed.at("/milestones/0/status").asText()).isEqualTo("LATE");
    }

    private void aDonorWorksUnderItAndTheWorldReadsThatAsIati() {
        String donor = editor.post("/api/v1/organisations", """
                {"name": {"en": "Market Aid (fictional)"}, "kind": "NGO", "country": "XB", "owner": "XA.02",
                 "asOf": "2020-01-01", "visibility": "PARTIES"}
                """)
                .expect(201)
                .json()
                .at("/id")
                .asText();
        String project = editor.post("/api/v1/assistance-projects", """
                {"title": {"en": "Market hall (fictional)"}, "organisation": "%s", "owner": {"region": "XA.02"},
                 "regions": ["XA.021"], "fields": ["TRADE"], "period": {"from": "2020-01-01", "to": "2022-12-31"},
                 "plan": {"amount": 200000, "currency": "USD"}, "status": "ACTIVE"}
                """.formatted(donor))
                .expect(201)
                .header("Location");
        editor.post(project + "/transactions", """
                {"kind": "DISBURSEMENT", "on": "2020-06-30", "money": {"amount": 50000, "currency": "USD"}}
                """).expect(201);

        assertThat(editor.get("/api/v1/assistance-summary?groupBy=organisation")
                        .expect(200)
                        .response()
                        .body())
                .contains("\"disbursed\"");
        assertThat(editor.get(project, "application/xml").expect(200).response().body())
                .contains("<iati-activities", "Market hall (fictional)");
        stranger.get(project).expect(404);
    }

    private void twinsAreOnTheMap() {
        editor.post("/api/v1/twinnings", """
                {"level": "DISTRICT", "parties": ["XA.02", "XB.010100"], "since": "2019-07-01", "visibility": "PARTIES",
                 "sides": [{"country": "XA", "regions": ["XA.021"]}, {"country": "XB", "regions": ["XB.010101"]}]}
                """).expect(201);

        JsonNode map =
                successor.get("/api/v1/regions/XA.01/twinnings").expect(200).json();
        assertThat(map.toString()).contains("XA.021", "XB.010101", "XA.02");
        assertThat(anybody.get("/api/v1/regions/XA.01/twinnings")
                        .expect(200)
                        .response()
                        .body())
                .doesNotContain("XB.010101");
    }

    private void thePartnersSystemFindsItUnderItsOwnKey() {
        JsonNode found = anybody.get(AGREEMENTS + "?externalId=xa-archive:2019/17")
                .expect(200)
                .json();
        assertThat(found.at("/items/0/code").asText()).isEqualTo("xa-xb-border-market-2019");
        anybody.get(AGREEMENTS + "/by-external-id/xa-archive/none").expect(404);
    }

    private void itIsExtendedAndItsNextPeriodIsDrafted() {
        act(otherApprover, "{\"type\": \"EXTEND\", \"on\": \"2024-05-01\", \"until\": \"2029-05-31\"}")
                .expect(200);
        assertThat(statusOn("2025-01-01")).isEqualTo("IN_FORCE");

        JsonNode next = otherEditor
                .post(PROGRAMMES + "/xa-xb-market-2019-2023/renewals", """
                        {"period": {"from": "2026-01-01", "to": "2030-12-31"}, "code": "xa-xb-market-2026-2030"}
                        """)
                .expect(201)
                .json();
        assertThat(next.at("/parties").findValuesAsText("region")).contains("XA.01", "XB.010100");
        assertThat(next.at("/milestones").toString()).contains("Build the hall");
        successor.get(PROGRAMMES + "/xa-xb-market-2026-2030").expect(404);
    }

    private void theProvinceIsMergedAndItsSuccessorActsForIt() {
        JsonNode before =
                anybody.get(AGREEMENT + "?asOf=2025-06-30").expect(200).json();
        assertThat(before.at("/successors")).isEmpty();
        JsonNode now = anybody.get(AGREEMENT).expect(200).json();
        assertThat(now.at("/parties/0/region").asText()).isEqualTo("XA.02");
        assertThat(now.at("/successors/0/to/0").asText()).isEqualTo("XA.01");

        act(successor, "{\"type\": \"SUCCEED\", \"on\": \"2025-07-01\", \"region\": \"XA.02\", \"to\": [\"XA.01\"]}")
                .expect(200);
        act(stranger, "{\"type\": \"AMEND\", \"on\": \"2025-08-01\", \"note\": {\"en\": \"Two markets\"}}")
                .expect(403);
        act(successor, "{\"type\": \"AMEND\", \"on\": \"2025-08-01\", \"note\": {\"en\": \"Two markets\"}}")
                .expect(200);

        assertThat(anybody.get(AGREEMENT + "/chain").expect(200).response().body())
                .contains("RECORDED");
    }

    private void theHistoryNamesBothUnits() {
        List<String> units = new ArrayList<>();
        JsonNode history =
                successor.get(AGREEMENT + "/history?limit=200").expect(200).json();
        history.at("/items")
                .forEach(version -> units.add(version.at("/by/region").asText()));

        assertThat(units).contains("XA.02", "XB.010100", "XA.01");
        assertThat(history.at("/items/0/changes").toString()).contains("Two markets");
    }

    private void aPhoneHasTakenItAlong() {
        String bundle = anybody.get("/api/v1/offline-bundle?region=XA.01")
                .expect(200)
                .response()
                .body();
        assertThat(bundle).contains("\"xa-xb-border-market-2019\"", "Chợ biên giới", "\"type\":\"END\"");
        assertThat(bundle).doesNotContain("xa-xb-market-2019-2023");
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
