package io.provincelink.exchanges.compliance;

import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ComplianceResourceTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");

    @Test
    void every_due_session_is_told_with_its_meeting() {
        String id = forum("2016-01-01");
        String held = session(id, "2016-08-01", "HELD", "PARTIES");
        session(id, "2017-08-01", "CANCELLED", "PARTIES");

        var kept = editor.get(MECHANISMS + "/" + id + "/compliance?period=2016/2018")
                .expect(200)
                .json();

        assertThat(kept.at("/sessions").findValuesAsText("status")).containsExactly("HELD", "NOT_HELD", "NO_RECORD");
        assertThat(kept.at("/sessions/0/meeting").asText()).isEqualTo(held);
        assertThat(kept.at("/sessions/0/due").asText()).isEqualTo("2016-07-01");
        assertThat(kept.at("/sessions/0/until").asText()).isEqualTo("2016-09-30");
        assertThat(kept.at("/due").asInt()).isEqualTo(3);
        assertThat(kept.at("/mechanism").asText()).isEqualTo(id);
    }

    @Test
    void a_session_far_ahead_is_upcoming() {
        String id = forum("2150-01-01");

        var kept = editor.get(MECHANISMS + "/" + id + "/compliance?period=2150").expect(200);

        assertThat(kept.at("/upcoming")).isEqualTo("1");
    }

    @Test
    void a_session_after_the_period_counts_for_the_one_that_fell_due_in_it() {
        String id = forum("2016-01-01");
        session(id, "2018-07-01", "HELD", "PARTIES");
        session(id, "2016-09-30", "HELD", "PARTIES");
        String path = MECHANISMS + "/" + id + "/compliance?period=";

        assertThat(editor.get(path + "2016-01/2016-07").expect(200).at("/held")).isEqualTo("1");
        assertThat(editor.get(path + "2017-01/2017-07").expect(200).at("/held")).isEqualTo("0");
    }

    @Test
    void a_meeting_that_the_reader_may_not_see_does_not_count() {
        String id = forum("2016-01-01");
        session(id, "2016-08-01", "HELD", "OWN_SIDE");
        String path = MECHANISMS + "/" + id + "/compliance?period=2016";

        assertThat(editor.get(path).expect(200).at("/held")).isEqualTo("1");
        assertThat(otherSide.get(path).expect(200).at("/held")).isEqualTo("0");
    }

    @Test
    void without_a_known_beginning_nothing_is_due_and_held_meetings_are_counted() {
        var draft = Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES");
        draft.remove("since");
        String id = editor.post(MECHANISMS, draft).expect(201).at("/id");
        session(id, "2017-02-03", "HELD", "PARTIES");

        var kept = editor.get(MECHANISMS + "/" + id + "/compliance?period=2016/2020")
                .expect(200)
                .json();

        assertThat(kept.at("/due").isNull()).isTrue();
        assertThat(kept.at("/held").asInt()).isEqualTo(1);
        assertThat(kept.at("/sessions")).isEmpty();
    }

    @Test
    void a_period_must_be_given_and_bearable() {
        String path = MECHANISMS + "/" + forum("2016-01-01") + "/compliance";

        assertThat(editor.get(path).expect(400).at("/violations/0/pointer")).isEqualTo("?period");
        editor.get(path + "?period=soon").expect(400);
        editor.get(path + "?period=2000/2050").expect(400);
        editor.get(path + "?period=2000/2049").expect(200);
        assertThat(editor.get(path + "?period=9950/9999").expect(200).at("/due"))
                .isEqualTo("0");
    }

    @Test
    void who_does_not_see_the_mechanism_does_not_see_how_it_is_kept() {
        String path = MECHANISMS + "/" + forum("2016-01-01") + "/compliance?period=2016";

        otherSide.get(path).expect(200);
        anonymous.get(path).expect(404);
        anonymous.as("VN.15", "reader").get(path).expect(404);
        anonymous
                .get(MECHANISMS + "/" + UUID.randomUUID() + "/compliance?period=2016")
                .expect(404);
    }

    @Test
    void what_was_agreed_for_a_session_and_whose_turn_it_is_stand_beside_it() {
        String id = forum("2016-01-01");
        editor.with("If-Match", "*").patch(MECHANISMS + "/" + id, """
                        {"exceptions": [{"due": "2016-07-01", "kind": "MERGED", "to": "2017-07-01", "note": {"en": "Flood"}},
                                        {"due": "2017-07-01", "kind": "POSTPONED", "to": "2017-11-01"},
                                        {"due": "2018-07-01", "kind": "ONLINE"}]}
                        """).expect(200);
        String held = session(id, "2017-12-01", "HELD", "PARTIES");

        var kept = otherSide
                .get(MECHANISMS + "/" + id + "/compliance?period=2016/2018")
                .expect(200)
                .json();

        assertThat(kept.at("/sessions").findValuesAsText("status")).containsExactly("HELD", "HELD", "NO_RECORD");
        assertThat(kept.at("/sessions").findValuesAsText("meeting")).containsExactly(held, held);
        assertThat(kept.at("/sessions").findValuesAsText("host")).containsExactly("XB.010100", "XB.010100", "XA.01");
        assertThat(kept.at("/sessions").findValuesAsText("from"))
                .containsExactly("2017-11-01", "2017-11-01", "2018-07-01");
        assertThat(kept.at("/sessions/0/until").asText()).isEqualTo("2018-01-31");
        assertThat(kept.at("/sessions/0/exception/note/en").asText()).isEqualTo("Flood");
        assertThat(kept.at("/sessions/2/exception/kind").asText()).isEqualTo("ONLINE");
    }

    @Test
    void who_has_read_it_already_is_told_again_only_when_it_changed() {
        String id = forum("2016-01-01");
        String path = MECHANISMS + "/" + id + "/compliance?period=2016";
        String before = editor.get(path).expect(200).etag();

        editor.with("If-None-Match", before).get(path).expect(304);
        otherSide.with("If-None-Match", before).get(path).expect(304);
        session(id, "2016-08-01", "HELD", "OWN_SIDE");

        var after = editor.with("If-None-Match", before).get(path).expect(200);
        assertThat(after.header("Vary")).contains("Authorization");
        otherSide.with("If-None-Match", before).get(path).expect(304);
        otherSide.with("If-None-Match", after.etag()).get(path).expect(200);
        anonymous.with("If-None-Match", after.etag()).get(path).expect(404);
    }

    @Test
    void what_was_told_already_is_no_reading() {
        var draft = Drafts.mechanism("XA.01", "XB.010100")
                .put("level", "BORDER_POST")
                .put("visibility", "PARTIES");
        String mechanism =
                MECHANISMS + "/" + editor.post(MECHANISMS, draft).expect(201).at("/id");
        String reads = mechanism + "/reads";
        Api approver = anonymous.as("XA.01", "approver");

        String etag =
                otherSide.get(mechanism + "/compliance?period=2016").expect(200).etag();
        otherSide
                .with("If-None-Match", etag)
                .get(mechanism + "/compliance?period=2016")
                .expect(304);

        assertThat(approver.get(reads).expect(200).json().at("/items")).hasSize(1);
    }

    private String forum(String since) {
        return editor.post(
                        MECHANISMS,
                        Drafts.mechanism("XA.01", "XB.010100")
                                .put("since", since)
                                .put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    private String session(String mechanism, String day, String status, String visibility) {
        return editor.post(
                        MEETINGS,
                        Drafts.meeting("XA.01", "XB.010100", day)
                                .put("mechanism", mechanism)
                                .put("status", status)
                                .put("visibility", visibility))
                .expect(201)
                .at("/id");
    }
}
