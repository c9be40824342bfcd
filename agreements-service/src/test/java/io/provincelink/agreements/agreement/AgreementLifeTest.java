package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of an agreement, from the request for opinions to the copy in the file. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementLifeTest {

    private static final String ALL = "/api/v1/agreements";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private String drafted() {
        return drafted(AgreementMother.unsigned(AgreementMother.code()));
    }

    private String drafted(String draft) {
        return editor.post(ALL, draft).expect(201).header("Location");
    }

    private static String action(String type, String on, String... more) {
        return "{\"type\": \"%s\", \"on\": \"%s\"%s}"
                .formatted(type, on, more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    private Api.Answer act(Api who, String address, String type, String on, String... more) {
        return who.post(address + "/actions", action(type, on, more));
    }

    private void signed(String address) {
        act(approver, address, "SIGN", "2018-03-01").expect(200);
        act(otherApprover, address, "SIGN", "2018-03-02").expect(200);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Test
    void an_agreement_lives_from_the_draft_to_its_end() {
        String address = drafted();

        act(editor, address, "SUBMIT", "2018-01-05").expect(200);
        act(editor, address, "REQUEST_OPINION", "2018-01-10", "\"note\": {\"en\": \"Ministry of Foreign Affairs\"}")
                .expect(200);
        act(editor, address, "REQUEST_OPINION", "2018-01-11", "\"note\": {\"en\": \"Ministry of Industry\"}")
                .expect(200);
        assertThat(act(editor, address, "OPINION_RECEIVED", "2018-01-20").at("/status"))
                .isEqualTo("IN_CONSULTATION");
        assertThat(act(editor, address, "OPINION_RECEIVED", "2018-01-21").at("/status"))
                .isEqualTo("CONSULTED");
        act(approver, address, "AUTHORISE", "2018-02-01").expect(200);
        act(otherApprover, address, "AUTHORISE", "2018-02-02").expect(200);
        assertThat(act(approver, address, "SIGN", "2018-03-01").at("/status")).isEqualTo("AUTHORISED");
        assertThat(act(otherApprover, address, "SIGN", "2018-03-02").at("/status"))
                .isEqualTo("SIGNED");
        act(editor, address, "COPY_FILED", "2018-03-10").expect(200);
        act(approver, address, "ENTER_INTO_FORCE", "2018-04-01", "\"until\": \"2022-03-31\"")
                .expect(200);
        act(otherApprover, address, "AMEND", "2019-01-01", "\"note\": {\"en\": \"Annex 2 replaced\"}")
                .expect(200);
        act(approver, address, "SUSPEND", "2020-02-01").expect(200);
        act(approver, address, "RESUME", "2020-06-01").expect(200);
        var extended = act(otherApprover, address, "EXTEND", "2022-03-31", "\"until\": \"2024-03-31\"")
                .expect(200);

        assertThat(extended.at("/signedOn")).isEqualTo("2018-03-02");
        assertThat(extended.at("/inForceSince")).isEqualTo("2018-04-01");
        assertThat(extended.at("/period/to")).isEqualTo("2024-03-31");
        assertThat(extended.at("/status")).isEqualTo("EXPIRED");
        assertThat(extended.json().at("/signatures"))
                .hasToString(
                        "[{\"region\":\"XA.01\",\"on\":\"2018-03-01\"},{\"region\":\"XB.010100\",\"on\":\"2018-03-02\"}]");
        assertThat(extended.json().at("/actions")).hasSize(15);
        assertThat(editor.get(address).at("/actions/1/note/en")).isEqualTo("Ministry of Foreign Affairs");
        assertThat(extended.at("/actions/8/region")).isEqualTo("XB.010100");
        assertThat(extended.at("/actions/8/by/region")).isEqualTo("XB.010100");
        for (String[] then : new String[][] {
            {"2018-01-04", "DRAFT"},
            {"2018-01-05", "SUBMITTED"},
            {"2018-01-10", "IN_CONSULTATION"},
            {"2018-01-31", "CONSULTED"},
            {"2018-03-01", "AUTHORISED"},
            {"2018-03-31", "SIGNED"},
            {"2019-06-30", "IN_FORCE"},
            {"2020-05-31", "SUSPENDED"},
            {"2024-03-31", "IN_FORCE"},
            {"2024-04-01", "EXPIRED"},
        }) {
            assertThat(editor.get(address + "?asOf=" + then[0]).expect(200).at("/status"))
                    .as(then[0])
                    .isEqualTo(then[1]);
        }
    }

    @Test
    void the_answer_says_what_is_possible_on_the_day_that_is_asked_for() {
        String address = drafted();
        signed(address);

        assertThat(texts(editor.get(address).json().at("/possibleActions")))
                .containsExactly("ENTER_INTO_FORCE", "AMEND", "TERMINATE", "SUCCEED", "COPY_FILED");
        assertThat(texts(editor.get(address + "?asOf=2018-03-01").json().at("/possibleActions")))
                .containsExactly("SUBMIT", "REQUEST_OPINION", "AUTHORISE", "COPY_FILED");
        assertThat(texts(editor.get(address + "?asOf=9999-01-01").json().at("/possibleActions")))
                .containsExactly("ENTER_INTO_FORCE", "AMEND", "TERMINATE");
    }

    @Test
    void what_is_not_possible_is_409_and_says_what_is() {
        String address = drafted();
        var before = editor.get(address);

        var refused = act(approver, address, "ENTER_INTO_FORCE", "2018-04-01").expect(409);

        assertThat(refused.at("/type")).endsWith("not-possible");
        assertThat(refused.at("/detail")).contains("SUBMIT, REQUEST_OPINION, AUTHORISE, SIGN");
        assertThat(editor.get(address).etag()).isEqualTo(before.etag());
    }

    @Test
    void where_more_than_the_status_stands_in_the_way_it_is_named() {
        String address = drafted();
        act(approver, address, "SIGN", "2018-03-01").expect(200);
        assertThat(reason(act(approver, address, "SIGN", "2018-03-02"))).isEqualTo("/type done-already");
        assertThat(reason(act(editor, address, "OPINION_RECEIVED", "2018-02-01")))
                .isEqualTo("/on none-awaited");
        act(otherApprover, address, "SIGN", "2018-03-02").expect(200);
        act(approver, address, "ENTER_INTO_FORCE", "2018-04-01", "\"until\": \"2022-03-31\"")
                .expect(200);

        var notLonger = act(approver, address, "EXTEND", "2021-12-01", "\"until\": \"2022-03-31\"");
        assertThat(reason(notLonger)).isEqualTo("/until not-longer");
        assertThat(notLonger.at("/violations/0/message")).contains("2022-03-31");
        act(approver, address, "SUSPEND", "2020-01-01").expect(200);
        var tooEarly = act(approver, address, "TERMINATE", "2019-01-01");
        assertThat(reason(tooEarly)).isEqualTo("/on later-impossible");
        assertThat(tooEarly.at("/violations/0/message")).contains("SUSPEND", "2020-01-01");
        assertThat(reason(act(approver, address, "SIGN", "2020-02-01"))).isEqualTo("/type done-already");
        // here the status alone does, and the detail says what it lets do
        assertThat(act(approver, address, "SUSPEND", "2020-02-01")
                        .expect(409)
                        .json()
                        .has("violations"))
                .isFalse();
    }

    private static String reason(Api.Answer refused) {
        refused.expect(409);
        return refused.at("/violations/0/pointer") + " " + refused.at("/violations/0/code");
    }

    @Test
    void an_action_may_be_recorded_later_than_it_happened_where_it_fits() {
        String address = drafted();
        signed(address);
        act(approver, address, "ENTER_INTO_FORCE", "2018-04-01", "\"until\": \"2022-03-31\"")
                .expect(200);
        act(approver, address, "SUSPEND", "2020-01-01").expect(200);

        act(editor, address, "REQUEST_OPINION", "2018-02-01").expect(200);
        act(approver, address, "RESUME", "2019-01-01").expect(409);
        act(approver, address, "TERMINATE", "2019-01-01").expect(409);
        act(approver, address, "EXTEND", "2022-04-01", "\"until\": \"2024-03-31\"")
                .expect(409);
        act(approver, address, "EXTEND", "2021-12-01", "\"until\": \"2022-03-31\"")
                .expect(409);
        var amended = act(approver, address, "AMEND", "2019-01-01", "\"note\": {\"en\": \"Annex\"}")
                .expect(200);

        assertThat(amended.json().at("/actions").findValuesAsText("type"))
                .containsExactly("REQUEST_OPINION", "SIGN", "SIGN", "ENTER_INTO_FORCE", "AMEND", "SUSPEND");
    }

    @Test
    void a_termination_may_be_decided_for_a_day_to_come_and_a_signature_may_not() {
        String address = drafted();
        act(approver, address, "SIGN", "9998-01-01").expect(400);
        signed(address);
        act(approver, address, "ENTER_INTO_FORCE", "2018-04-01").expect(200);

        var terminated = act(otherApprover, address, "TERMINATE", "9998-01-01").expect(200);

        assertThat(terminated.at("/status")).isEqualTo("IN_FORCE");
        assertThat(terminated.json().has("period")).isFalse();
        assertThat(editor.get(address + "?asOf=9998-01-01").at("/status")).isEqualTo("TERMINATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'on': '2018-01-01'}                                                    | /type   | not-null",
                "{'type': 'SIGN'}                                                        | /on     | not-null",
                "{'type': 'DANCE', 'on': '2018-01-01'}                                   | /type   | unknown-value",
                "{'type': 'SIGN', 'on': 'soon'}                                          | /on     | wrong-format",
                "{'type': 'SIGN', 'on': '9998-01-01'}                                    | /on     | after-today",
                "{'type': 'SIGN', 'on': '2018-01-01', 'until': '2018-02-01'}             | /until  | only-with",
                "{'type': 'EXTEND', 'on': '2018-01-01'}                                  | /until  | required",
                "{'type': 'ENTER_INTO_FORCE', 'on': '2018-01-02', 'until': '2018-01-01'} | /until  | before-start",
                "{'type': 'AMEND', 'on': '2018-01-01'}                                   | /note   | required",
                "{'type': 'AMEND', 'on': '2018-01-01', 'note': {}}                       | /note   | text-empty",
                "{'type': 'SIGN', 'on': '2018-01-01', 'region': 'VN.15'}                 | /region | not-a-party",
                "{'type': 'SIGN', 'on': '2018-01-01', 'to': ['XA.01']}                   | /to     | only-with",
                "{'type': 'SUCCEED', 'on': '2018-01-01', 'region': 'XA.01'}              | /to     | required",
                "{'type': 'SUCCEED', 'on': '2018-01-01', 'to': ['XA.02']}                | /region | required",
                "{'type': 'SUCCEED', 'on': '2018-01-01', 'region': 'XA.01', 'to': ['XA.99']} | /to/0 | unknown-region",
            })
    void a_fault_is_named_at_its_place(String body, String pointer, String code) {
        String address = drafted();

        var refused = anonymous
                .as("XA.01", "editor", "approver")
                .post(address + "/actions", body.replace('\'', '"'))
                .expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
        if (!code.equals("text-empty")) {
            assertThat(refused.at("/violations/0/code")).isEqualTo(code);
        }
    }

    @Test
    void the_same_key_does_it_once_and_if_match_is_compared() {
        String address = drafted();
        String etag = editor.get(address).etag();
        Api keyed = editor.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = act(keyed, address, "REQUEST_OPINION", "2018-01-01").expect(200);
        var second = act(keyed, address, "REQUEST_OPINION", "2018-01-01").expect(200);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(editor.get(address).json().at("/actions")).hasSize(1);
        assertThat(editor.get(address).etag()).isEqualTo(first.etag());
        act(editor.with("If-Match", etag), address, "SUBMIT", "2018-01-01").expect(412);
        act(editor.with("If-Match", first.etag()), address, "SUBMIT", "2018-01-01")
                .expect(200);
    }

    @Test
    void days_that_were_stated_change_until_something_was_done_after_them() {
        String address = drafted(AgreementMother.shared(AgreementMother.code()));

        editor.with("If-Match", "*")
                .patch(address, "{\"period\": {\"from\": \"2018-04-01\", \"to\": \"2023-03-31\"}}")
                .expect(200);
        act(approver, address, "EXTEND", "2023-03-01", "\"until\": \"2025-03-31\"")
                .expect(200);
        var fixed = editor.with("If-Match", "*")
                .patch(address, "{\"period\": {\"from\": \"2018-04-01\", \"to\": \"2027-03-31\"}}")
                .expect(400);
        assertThat(fixed.at("/violations/0/pointer")).isEqualTo("/period");
        assertThat(fixed.at("/violations/0/code")).isEqualTo("fixed");
        assertThat(editor.with("If-Match", "*")
                        .patch(address, "{\"signedOn\": null}")
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("/signedOn");

        var noted = editor.with("If-Match", "*")
                .patch(
                        address,
                        "{\"note\": {\"en\": \"kept\"}, \"period\": {\"from\": \"2018-04-01\", \"to\":"
                                + " \"2025-03-31\"}}")
                .expect(200);

        assertThat(noted.at("/note/en")).isEqualTo("kept");
        assertThat(noted.json().at("/actions")).hasSize(1);
    }

    @Test
    void a_record_that_says_when_all_signed_takes_no_signature_and_earlier_steps() {
        String address = drafted(AgreementMother.shared(AgreementMother.code()));

        act(approver, address, "SIGN", "2018-02-01").expect(409);
        act(editor, address, "REQUEST_OPINION", "2018-02-01").expect(200);

        assertThat(editor.get(address + "?asOf=2018-02-02").at("/status")).isEqualTo("IN_CONSULTATION");
        assertThat(editor.get(address + "?asOf=2018-03-01").at("/status")).isEqualTo("SIGNED");
    }

    @Test
    void the_list_finds_a_status_on_a_day() {
        String system = "s-" + UUID.randomUUID();
        String draft = AgreementMother.shared(AgreementMother.code())
                .replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}], ");
        drafted(draft);
        String mine = ALL + "?externalId=" + system + ":1&";

        for (String hit : new String[] {
            "status=EXPIRED",
            "status=DRAFT&asOf=2018-02-28",
            "status=SIGNED&asOf=2018-03-31",
            "status=IN_FORCE&asOf=2022-03-31"
        }) {
            assertThat(editor.get(mine + hit).expect(200).json().at("/items"))
                    .as(hit)
                    .hasSize(1);
        }
        for (String miss : new String[] {
            "status=IN_FORCE", "status=SIGNED&asOf=2018-04-01", "status=TERMINATED", "status=DRAFT&asOf=2018-03-01"
        }) {
            assertThat(editor.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        var then = editor.get(mine + "asOf=2018-03-15").expect(200);
        assertThat(then.at("/items/0/status")).isEqualTo("SIGNED");
        assertThat(then.json().at("/items/0").has("actions")).isFalse();
        assertThat(then.json().at("/items/0").has("possibleActions")).isFalse();
    }

    @Test
    void what_ends_soon_is_found_by_duration() {
        String system = "s-" + UUID.randomUUID();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        String draft = AgreementMother.shared(AgreementMother.code())
                .replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}], ")
                .replace("2022-03-31", today.plusDays(90).toString());
        String address = drafted(draft);
        String mine = ALL + "?externalId=" + system + ":1&expiringWithin=";

        for (String hit : new String[] {"P180D", "P95D", "P13W", "P6M", "P1Y", "P1Y2M3W4D"}) {
            assertThat(editor.get(mine + hit).expect(200).json().at("/items"))
                    .as(hit)
                    .hasSize(1);
        }
        for (String miss : new String[] {"P85D", "P2M", "P0D"}) {
            assertThat(editor.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        act(approver, address, "EXTEND", today.toString(), "\"until\": \"" + today.plusYears(5) + "\"")
                .expect(200);
        assertThat(editor.get(mine + "P180D").json().at("/items")).isEmpty();
        act(approver, address, "TERMINATE", today.plusDays(10).toString()).expect(200);
        assertThat(editor.get(mine + "P180D").json().at("/items")).hasSize(1);
        act(approver, address, "SUSPEND", today.toString()).expect(200);
        assertThat(editor.get(mine + "P180D").json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expiringWithin=180",
                "expiringWithin=P",
                "expiringWithin=PT5H",
                "expiringWithin=-P1D",
                "expiringWithin=P101Y",
                "expiringWithin=P99999999999D",
                "status=GOOD",
                "asOf=yesterday",
                "asOf=%2B10000-01-01"
            })
    void a_filter_that_cannot_be_read_is_400(String filter) {
        var refused = anonymous.get(ALL + "?" + filter).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?" + filter.replaceAll("=.*", ""));
    }

    @Test
    void a_read_of_another_day_has_its_own_tag() {
        String address = drafted(AgreementMother.shared(AgreementMother.code()));
        String today = editor.get(address).etag();
        String then = editor.get(address + "?asOf=2019-06-30").etag();

        editor.with("If-None-Match", today).get(address + "?asOf=2019-06-30").expect(200);
        editor.with("If-None-Match", then).get(address + "?asOf=2019-06-30").expect(304);
        editor.with("If-None-Match", then).get(address + "?asOf=2018-03-15").expect(200);
    }
}
