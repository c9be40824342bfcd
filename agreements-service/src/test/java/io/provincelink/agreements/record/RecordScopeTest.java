package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with the records of each kind; the units of every draft lie in XA.01 and XB.010100. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RecordScopeTest {

    private static final String NOTE = "{\"note\": {\"en\": \"changed\"}}";
    private static final String PUBLIC = "{\"to\": \"PUBLIC\"}";

    enum Kind {
        AGREEMENT("/api/v1/agreements"),
        TWINNING("/api/v1/twinnings"),
        DONATION("/api/v1/donations");

        final String path;

        Kind(String path) {
            this.path = path;
        }

        String shared() {
            return switch (this) {
                case AGREEMENT -> AgreementMother.shared(AgreementMother.code());
                case TWINNING -> TwinningMother.communes("EXACT", 0, 0);
                case DONATION -> DonationMother.shared("scope");
            };
        }
    }

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor", "approver");

    private String created(Kind kind) {
        return editor.post(kind.path, kind.shared()).expect(201).header("Location");
    }

    @ParameterizedTest
    @EnumSource
    void only_an_editor_of_a_party_creates(Kind kind) {
        anonymous.post(kind.path, kind.shared()).expect(401);
        approver.post(kind.path, kind.shared()).expect(403);
        anonymous.bearing(Tokens.operator()).post(kind.path, kind.shared()).expect(403);
        anonymous.as("XA", "editor").post(kind.path, kind.shared()).expect(403);
        stranger.post(kind.path, kind.shared()).expect(403);
        otherEditor.post(kind.path, kind.shared()).expect(201);
    }

    @ParameterizedTest
    @EnumSource
    void an_own_side_draft_exists_for_its_own_side_alone(Kind kind) {
        String address = editor.post(kind.path, kind.shared().replace("\"PARTIES\"", "\"OWN_SIDE\""))
                .expect(201)
                .header("Location");

        approver.get(address).expect(200);
        for (Api other : new Api[] {anonymous, otherEditor, stranger, anonymous.as("XA.01")}) {
            other.get(address).expect(404);
        }
        otherEditor.with("If-Match", "*").patch(address, NOTE).expect(404);
        otherApprover.post(address + "/publication", PUBLIC).expect(404);
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(200);
        otherEditor.get(address).expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void an_editor_of_either_party_changes_it(Kind kind) {
        String address = created(kind);
        String etag = editor.get(address).etag();

        var first = editor.with("If-Match", etag).patch(address, NOTE).expect(200);
        otherEditor.with("If-Match", etag).patch(address, NOTE).expect(412);
        otherEditor.with("If-Match", first.etag()).patch(address, NOTE).expect(200);
        otherEditor.patch(address, NOTE).expect(428);

        assertThat(first.at("/note/en")).isEqualTo("changed");
    }

    @ParameterizedTest
    @EnumSource
    void nobody_else_changes_it(Kind kind) {
        String address = created(kind);

        stranger.with("If-Match", "*").patch(address, NOTE).expect(404);
        approver.post(address + "/publication", PUBLIC).expect(200);
        otherApprover.post(address + "/publication", PUBLIC).expect(200);

        anonymous.with("If-Match", "*").patch(address, NOTE).expect(401);
        approver.with("If-Match", "*").patch(address, NOTE).expect(403);
        stranger.with("If-Match", "*").patch(address, NOTE).expect(403);
        anonymous.as("XA", "editor").with("If-Match", "*").patch(address, NOTE).expect(403);
        anonymous
                .as("XB.010101", "editor")
                .with("If-Match", "*")
                .patch(address, NOTE)
                .expect(403);
    }

    @ParameterizedTest
    @EnumSource
    void a_party_does_not_change_itself_out_of_a_record(Kind kind) {
        String address = created(kind);
        String parties = kind == Kind.AGREEMENT
                ? "{\"parties\": [{\"region\": \"VN.15\"}, {\"region\": \"XB.010100\"}]}"
                : "{\"parties\": [\"VN.15\", \"XB.010100\"]}";

        editor.with("If-Match", "*").patch(address, parties).expect(403);
    }

    @ParameterizedTest
    @EnumSource
    void everybody_reads_it_once_each_partys_approver_agreed(Kind kind) {
        String address = created(kind);

        anonymous.post(address + "/publication", PUBLIC).expect(401);
        editor.post(address + "/publication", PUBLIC).expect(403);
        stranger.post(address + "/publication", PUBLIC).expect(404);
        anonymous
                .as("XB.010000", "reader", "approver")
                .post(address + "/publication", PUBLIC)
                .expect(403);
        approver.post(address + "/publication", PUBLIC).expect(200);
        anonymous.get(address).expect(404);
        otherApprover.post(address + "/publication", PUBLIC).expect(200);

        assertThat(anonymous.get(address).expect(200).at("/visibility")).isEqualTo("PUBLIC");
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(409);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_changed_is_agreed_anew(Kind kind) {
        String address = created(kind);
        otherApprover.post(address + "/publication", PUBLIC).expect(200);

        editor.with("If-Match", "*").patch(address, NOTE).expect(200);
        approver.post(address + "/publication", PUBLIC).expect(200);

        anonymous.get(address).expect(404);
    }
}
