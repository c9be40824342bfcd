package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Who stands for a party whose unit was closed: XA.01 by the list of regions, the district XA.011 only when somebody has said it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementSuccessionTest {

    private static final String ALL = "/api/v1/agreements";
    private static final String TO_THE_COMMUNE =
            "{\"type\": \"SUCCEED\", \"on\": \"2025-07-01\", \"region\": \"XA.011\", \"to\": [\"XA.01101\"]}";

    private final Api anonymous = Api.checked();
    private final Api province = anonymous.as("XA.01", "reader", "editor");
    private final Api provinceApprover = anonymous.as("XA.01", "reader", "approver");
    private final Api commune = anonymous.as("XA.01101", "reader", "editor");
    private final Api communeApprover = anonymous.as("XA.01101", "reader", "approver");
    private final Api countyApprover = anonymous.as("XB.010101", "reader", "approver");

    private String ofTheDistrict(String visibility) {
        String draft = AgreementMother.shared(AgreementMother.code())
                .replace("PROVINCIAL", "DISTRICT")
                .replace("PARTIES", visibility)
                .replace("XA.01", "XA.011")
                .replace("XB.010100", "XB.010101");
        return province.post(ALL, draft).expect(201).header("Location");
    }

    @Test
    void a_province_that_was_merged_is_succeeded_by_the_list_and_stays_the_one_that_signed() {
        String code = AgreementMother.code();
        Api tuyenQuang = anonymous.as("VN.08", "reader", "editor");
        tuyenQuang
                .post(ALL, AgreementMother.shared(code).replace("XA.01", "VN.02"))
                .expect(201);

        var now = tuyenQuang.get(ALL + "/" + code).expect(200);

        assertThat(now.at("/parties/0/region")).isEqualTo("VN.02");
        assertThat(now.at("/signatures/0/region")).isEqualTo("VN.02");
        assertThat(now.json().at("/successors"))
                .hasToString(
                        "[{\"party\":\"VN.02\",\"to\":[\"VN.08\"],\"on\":\"2025-07-01\",\"decided\":\"BY_LIST\"}]");
        assertThat(now.json().at("/warnings").findValuesAsText("code")).doesNotContain("SUCCESSOR_UNDECIDED");
        var before = tuyenQuang.get(ALL + "/" + code + "?asOf=2025-06-30").expect(200);
        assertThat(before.json().at("/successors")).isEmpty();
    }

    @Test
    void a_district_has_no_successor_from_the_day_after_its_end_until_somebody_says_so() {
        String address = ofTheDistrict("PARTIES");

        assertThat(province.get(address + "?asOf=2025-06-30").json().at("/warnings"))
                .isEmpty();
        var undecided = province.get(address + "?asOf=2025-07-01");
        assertThat(undecided.at("/warnings/0/code")).isEqualTo("SUCCESSOR_UNDECIDED");
        assertThat(undecided.at("/warnings/0/party")).isEqualTo("XA.011");
        assertThat(undecided.at("/warnings/0/message/vi")).isNotEqualTo("null");
        assertThat(undecided.json().at("/successors")).isEmpty();
        var decided =
                provinceApprover.post(address + "/actions", TO_THE_COMMUNE).expect(200);

        assertThat(decided.json().at("/warnings")).isEmpty();
        assertThat(decided.at("/parties/0/region")).isEqualTo("XA.011");
        assertThat(decided.at("/signatures/0/region")).isEqualTo("XA.011");
        assertThat(decided.json().at("/successors"))
                .hasToString(
                        "[{\"party\":\"XA.011\",\"to\":[\"XA.01101\"],\"on\":\"2025-07-01\",\"decided\":\"RECORDED\"}]");
    }

    @Test
    void who_took_the_part_over_reads_and_acts_from_then_on() {
        String address = ofTheDistrict("PARTIES");
        commune.get(address).expect(404);
        provinceApprover.post(address + "/actions", TO_THE_COMMUNE).expect(200);

        String etag = commune.get(address).expect(200).etag();

        commune.with("If-Match", etag)
                .patch(address, "{\"note\": {\"en\": \"ours now\"}}")
                .expect(200);
        commune.post(address + "/actions", "{\"type\": \"COPY_FILED\", \"on\": \"2025-08-01\"}")
                .expect(200);
        communeApprover.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        countyApprover.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        anonymous.get(address).expect(200);
    }

    @Test
    void an_own_side_draft_goes_to_the_taker_alone() {
        String address = ofTheDistrict("OWN_SIDE");
        provinceApprover.post(address + "/actions", TO_THE_COMMUNE).expect(200);

        commune.get(address).expect(200);
        countyApprover.get(address).expect(404);
        anonymous.as("XA.02101", "reader").get(address).expect(404);
    }

    @Test
    void a_part_that_was_handed_on_is_acted_for_by_the_last_holder_and_still_read_by_the_first() {
        String address = ofTheDistrict("PARTIES");
        provinceApprover.post(address + "/actions", TO_THE_COMMUNE).expect(200);

        provinceApprover
                .post(
                        address + "/actions",
                        "{\"type\": \"SUCCEED\", \"on\": \"2026-01-01\", \"region\": \"XA.011\", \"to\": [\"XA.01\"]}")
                .expect(200);

        String etag = commune.get(address).expect(200).etag();
        commune.with("If-Match", etag)
                .patch(address, "{\"note\": {\"en\": \"x\"}}")
                .expect(403);
        assertThat(province.get(address).at("/successors/0/to/0")).isEqualTo("XA.01");
        assertThat(province.get(address + "?asOf=2025-12-31").at("/successors/0/to/0"))
                .isEqualTo("XA.01101");
        provinceApprover.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
    }

    @Test
    void only_an_approver_who_stands_for_the_closed_unit_hands_its_part_over() {
        String address = ofTheDistrict("PARTIES") + "/actions";

        anonymous.post(address, TO_THE_COMMUNE).expect(401);
        anonymous.as("XA.01", "reader").post(address, TO_THE_COMMUNE).expect(403);
        province.post(address, TO_THE_COMMUNE).expect(403);
        // the unit itself is no more, the other side has no say, a taker does not help itself
        anonymous
                .as("XA.011", "reader", "approver")
                .post(address, TO_THE_COMMUNE)
                .expect(403);
        countyApprover.post(address, TO_THE_COMMUNE).expect(403);
        communeApprover.post(address, TO_THE_COMMUNE).expect(404);
        anonymous
                .as("VN.15", "reader", "approver")
                .post(address, TO_THE_COMMUNE)
                .expect(404);
        // nobody gives duties to a stranger
        provinceApprover
                .post(address, TO_THE_COMMUNE.replace("XA.01101", "VN.15"))
                .expect(403);
        provinceApprover
                .post(address, TO_THE_COMMUNE.replace("XA.01101", "XB.010101"))
                .expect(403);
        provinceApprover.post(address, TO_THE_COMMUNE).expect(200);
    }

    @Test
    void what_still_stands_is_not_succeeded() {
        String address = ofTheDistrict("PARTIES") + "/actions";

        provinceApprover
                .post(address, TO_THE_COMMUNE.replace("2025-07-01", "2025-06-30"))
                .expect(409);
        countyApprover
                .post(address, TO_THE_COMMUNE.replace("XA.01101", "XB.010101").replace("XA.011", "XB.010101"))
                .expect(409);
    }

    @Test
    void who_took_the_part_over_has_it_among_its_own_and_works_on_it() {
        String address = ofTheDistrict("PARTIES");
        String code = province.get(address).at("/code");
        assertThat(commune.get(ALL + "?parties=XA.01101&limit=200").response().asString())
                .doesNotContain(code);
        provinceApprover.post(address + "/actions", TO_THE_COMMUNE).expect(200);

        assertThat(commune.get(ALL + "?parties=XA.01101&limit=200")
                        .expect(200)
                        .response()
                        .asString())
                .contains(code);
        assertThat(commune.get("/api/v1/offline-bundle?region=XA.01101")
                        .expect(200)
                        .response()
                        .asString())
                .contains(code);
        commune.with("If-Match", "*")
                .patch(address, "{\"note\": {\"en\": \"Ours now\"}}")
                .expect(200);
        assertThat(commune.get(address + "/history").at("/items/0/by/party")).isEqualTo("XA.011");
    }

    @Test
    void a_closed_unit_records_its_own_time_and_nothing_later() {
        Api closed = anonymous.as("VN.02", "reader", "editor", "approver");
        Api successor = anonymous.as("VN.08", "reader", "editor", "approver");
        String address = closed.post(
                        ALL, AgreementMother.unsigned(AgreementMother.code()).replace("XA.01", "VN.02"))
                .expect(201)
                .header("Location");

        for (String type : new String[] {"SIGN", "SUBMIT", "AUTHORISE"}) {
            var refused = closed.post(address + "/actions", action(type, "2025-07-01"))
                    .expect(403);
            assertThat(refused.at("/type")).endsWith("unit-closed");
            assertThat(refused.at("/detail")).contains("VN.02", "2025-06-30", "VN.08");
        }
        closed.post(address + "/actions", action("SIGN", "2025-06-30")).expect(200);
        countyOf("XB.010100")
                .post(address + "/actions", action("SIGN", "2025-06-30"))
                .expect(200);
        successor
                .post(address + "/actions", action("ENTER_INTO_FORCE", "2025-07-01"))
                .expect(200);
        for (String type : new String[] {"TERMINATE", "SUSPEND"}) {
            closed.post(address + "/actions", action(type, "2025-08-01")).expect(403);
        }
        successor.post(address + "/actions", action("TERMINATE", "2025-08-01")).expect(200);
    }

    @Test
    void who_was_handed_a_part_is_named_to_the_closed_unit() {
        String address = ofTheDistrict("PARTIES");
        provinceApprover.post(address + "/actions", TO_THE_COMMUNE).expect(200);

        var refused = anonymous
                .as("XA.011", "reader", "approver")
                .post(address + "/actions", action("TERMINATE", "2025-08-01"))
                .expect(403);

        assertThat(refused.at("/detail")).contains("XA.011", "2025-06-30", "XA.01101");
    }

    private Api countyOf(String region) {
        return anonymous.as(region, "reader", "approver");
    }

    private static String action(String type, String on) {
        return "{\"type\": \"%s\", \"on\": \"%s\"}".formatted(type, on);
    }

    @Test
    void with_a_rollup_the_agreements_of_a_merged_province_are_those_of_its_successor() {
        String code = AgreementMother.code();
        Api tuyenQuang = anonymous.as("VN.08", "reader", "editor");
        tuyenQuang
                .post(ALL, AgreementMother.shared(code).replace("XA.01", "VN.02"))
                .expect(201);

        assertThat(tuyenQuang
                        .get(ALL + "?parties=VN.08,XB.010100&limit=200")
                        .response()
                        .asString())
                .doesNotContain(code);
        assertThat(tuyenQuang
                        .get(ALL + "?parties=VN.08,XB.010100&rollup=current&limit=200")
                        .expect(200)
                        .response()
                        .asString())
                .contains(code);
        tuyenQuang.get(ALL + "?parties=VN.08&rollup=former").expect(400);
    }
}
