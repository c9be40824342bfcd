package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one side wrote by mistake it may take back, as long as it is still its own. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TakenBackTest {

    enum Kind {
        AGREEMENT("/api/v1/agreements"),
        PROGRAMME("/api/v1/programmes"),
        TWINNING("/api/v1/twinnings"),
        DONATION("/api/v1/donations");

        final String path;

        Kind(String path) {
            this.path = path;
        }

        String shared() {
            return switch (this) {
                case AGREEMENT -> AgreementMother.shared(AgreementMother.code());
                case PROGRAMME -> ProgrammeMother.shared(ProgrammeMother.code());
                case TWINNING -> TwinningMother.communes("EXACT", 0, 0);
                case DONATION -> DonationMother.shared("taken-back");
            };
        }

        String ownSide() {
            return shared().replace("\"PARTIES\"", "\"OWN_SIDE\"");
        }
    }

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver", "editor");

    private String created(Kind kind, String draft) {
        return editor.post(kind.path, draft).expect(201).header("Location");
    }

    private static Api.Answer delete(Api caller, String address) {
        return caller.with("If-Match", "*").delete(address);
    }

    @ParameterizedTest
    @EnumSource
    void an_editor_takes_a_draft_of_the_own_side_back(Kind kind) {
        String address = created(kind, kind.ownSide());

        delete(editor, address).expect(204);

        editor.get(address).expect(404);
        editor.get(kind.path + "?limit=200").expect(200);
        assertThat(editor.get(kind.path + "?limit=200").response().asString())
                .doesNotContain(address.substring(address.lastIndexOf('/') + 1));
        delete(editor, address).expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_other_side_has_seen_only_an_approver_takes_back(Kind kind) {
        String address = created(kind, kind.shared());

        var missing = delete(editor, address).expect(403);
        assertThat(missing.at("/type")).endsWith("needs-approver");
        assertThat(missing.at("/detail")).contains("XA.01");
        assertThat(delete(otherApprover, address).expect(403).at("/type")).endsWith("not-your-party");
        delete(anonymous.as("XA.01", "reader"), address).expect(403);
        delete(anonymous, address).expect(401);
        delete(anonymous.bearing(Tokens.operator()), address).expect(403);
        delete(anonymous.as("VN.15", "reader", "editor", "approver"), address).expect(404);
        otherApprover.get(address).expect(200);
        delete(approver, address).expect(204);
        otherApprover.get(address).expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_public_stays(Kind kind) {
        String address = created(kind, kind.shared());
        approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        otherApprover.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        assertThat(delete(editor, address).expect(409).at("/type")).endsWith("not-taken-back");
        assertThat(delete(approver, address).expect(409).at("/type")).endsWith("not-taken-back");
        assertThat(delete(otherApprover, address).expect(403).at("/type")).endsWith("not-your-party");
        anonymous.get(address).expect(200);
    }

    @Test
    void it_needs_the_version_that_was_read() {
        var created = editor.post(Kind.AGREEMENT.path, AgreementMother.ownSide(AgreementMother.code()))
                .expect(201);
        String address = created.header("Location");
        editor.with("If-Match", created.etag())
                .patch(address, "{\"note\": {\"en\": \"changed\"}}")
                .expect(200);

        editor.delete(address).expect(428);
        editor.with("If-Match", created.etag()).delete(address).expect(412);

        editor.get(address).expect(200);
    }

    @Test
    void its_id_and_code_stay_taken_and_the_log_keeps_what_it_was() {
        String code = AgreementMother.code();
        var created =
                editor.post(Kind.AGREEMENT.path, AgreementMother.ownSide(code)).expect(201);

        delete(editor, created.header("Location")).expect(204);

        var again =
                editor.post(Kind.AGREEMENT.path, AgreementMother.ownSide(code)).expect(409);
        assertThat(again.header("Location")).isNull();
        var last = database.rows(
                        "select * from change where record_id = ? order by version desc limit 1",
                        UUID.fromString(created.at("/id")))
                .get(0);
        assertThat(last.get("op")).isEqualTo("DELETED");
        assertThat(last.get("readers_after")).hasToString("{}");
        assertThat(last.get("snapshot").toString()).contains(code);
    }

    @Test
    void a_taken_code_says_no_more_than_that_whoever_has_it() {
        String takenBack = AgreementMother.code();
        delete(editor, created(Kind.AGREEMENT, AgreementMother.ownSide(takenBack)))
                .expect(204);
        String hidden = AgreementMother.code();
        created(Kind.AGREEMENT, AgreementMother.ownSide(hidden));

        var one = otherApprover
                .post(Kind.AGREEMENT.path, AgreementMother.shared(takenBack))
                .expect(409);
        var other = otherApprover
                .post(Kind.AGREEMENT.path, AgreementMother.shared(hidden))
                .expect(409);

        assertThat(other.response().asByteArray()).isEqualTo(one.response().asByteArray());
        assertThat(headers(other)).isEqualTo(headers(one));
    }

    private static List<String> headers(Api.Answer answer) {
        return answer.response().headers().asList().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void its_partner_may_hand_it_in_again(Kind kind) {
        String key = kind.path + "/by-external-id/partner/" + UUID.randomUUID();
        String address = editor.put(key, kind.ownSide()).expect(201).header("Location");
        delete(editor, address).expect(204);

        editor.get(key).expect(404);
        var again = editor.put(key, kind.ownSide()).expect(201);

        assertThat(again.header("Location")).isNotEqualTo(address);
    }

    @Test
    void what_the_other_side_has_done_something_with_stays() {
        String extended = created(Kind.AGREEMENT, Kind.AGREEMENT.shared());
        otherApprover
                .post(
                        extended + "/actions",
                        "{\"type\": \"EXTEND\", \"on\": \"2022-01-10\", \"until\": \"2027-01-10\"}")
                .expect(200);
        String agreedTo = created(Kind.AGREEMENT, Kind.AGREEMENT.shared());
        otherApprover.post(agreedTo + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        delete(approver, extended).expect(409);
        delete(approver, agreedTo).expect(409);
    }
}
