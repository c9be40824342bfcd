package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProgrammeScopeTest {

    private static final String ALL = "/api/v1/programmes";
    private static final String LIST = ALL + "?parties=XA.01&limit=200";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor");

    private String created(boolean shared) {
        String code = ProgrammeMother.code();
        editor.post(ALL, shared ? ProgrammeMother.shared(code) : ProgrammeMother.ownSide(code))
                .expect(201);
        return code;
    }

    @Test
    void an_own_side_draft_exists_for_its_own_side_alone() {
        String code = created(false);

        anonymous.as("XA.01", "reader").get(ALL + "/" + code).expect(200);
        for (Api other :
                new Api[] {anonymous, otherSide, stranger, anonymous.as("XA.01"), anonymous.bearing(Tokens.operator())
                }) {
            other.get(ALL + "/" + code).expect(404);
            other.with("If-None-Match", "*").get(ALL + "/" + code).expect(404);
            assertThat(other.get(LIST).expect(200).response().asString()).doesNotContain(code);
        }
    }

    @Test
    void a_record_of_the_parties_exists_for_both_and_those_around_and_after_them() {
        String code = created(true);

        otherSide.get(ALL + "/" + code).expect(200);
        anonymous.as("XB.010000", "reader").get(ALL + "/" + code).expect(200);
        anonymous.get(ALL + "/" + code).expect(404);
        stranger.get(ALL + "/" + code).expect(404);
        anonymous.as("XB", "reader").get(ALL + "/" + code).expect(404);
        anonymous.as("XB.010101", "reader").get(ALL + "/" + code).expect(404);
    }

    @Test
    void tuyen_quang_acts_for_ha_giang_that_it_succeeded_and_not_the_other_way_round() {
        String ofHaGiang = ProgrammeMother.code();
        String ofTuyenQuang = ProgrammeMother.code();
        Api tuyenQuang = anonymous.as("VN.08", "reader", "editor");
        Api haGiang = anonymous.as("VN.02", "reader", "editor");
        haGiang.post(ALL, ProgrammeMother.ownSide(ofHaGiang).replace("XA.01", "VN.02"))
                .expect(201);
        tuyenQuang
                .post(ALL, ProgrammeMother.ownSide(ofTuyenQuang).replace("XA.01", "VN.08"))
                .expect(201);

        var seen = tuyenQuang.get(ALL + "/" + ofHaGiang).expect(200);
        tuyenQuang
                .with("If-Match", seen.etag())
                .patch(ALL + "/" + ofHaGiang, "{\"note\": {\"en\": \"taken over\"}}")
                .expect(200);
        haGiang.get(ALL + "/" + ofTuyenQuang).expect(404);
    }

    @Test
    void everybody_reads_it_once_an_approver_of_every_party_has_agreed() {
        String code = created(true);
        String publication = ALL + "/" + code + "/publication";

        anonymous
                .as("XA.01", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);
        anonymous.get(ALL + "/" + code).expect(404);
        anonymous
                .as("XB.010100", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);

        assertThat(anonymous.get(ALL + "/" + code).expect(200).at("/visibility"))
                .isEqualTo("PUBLIC");
        assertThat(anonymous.get(LIST).response().asString()).contains(code);
    }

    @Test
    void publishing_again_changes_nothing_and_narrowing_is_not_possible() {
        String code = created(true);
        String publication = ALL + "/" + code + "/publication";
        Api approver = anonymous.as("XA.01", "reader", "approver");
        String agreed =
                approver.post(publication, "{\"to\": \"PUBLIC\"}").expect(200).etag();

        assertThat(approver.post(publication, "{\"to\": \"PUBLIC\"}")
                        .expect(200)
                        .etag())
                .isEqualTo(agreed);
        approver.post(publication, "{\"to\": \"OWN_SIDE\"}").expect(409);
    }

    @Test
    void only_an_approver_of_exactly_a_party_publishes() {
        String code = created(true);
        String publication = ALL + "/" + code + "/publication";

        anonymous.post(publication, "{\"to\": \"PUBLIC\"}").expect(401);
        editor.post(publication, "{\"to\": \"PUBLIC\"}").expect(403);
        anonymous
                .as("XB.010000", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(403);
        anonymous
                .as("VN.15", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(404);
    }

    @Test
    void only_an_editor_of_a_party_writes() {
        String draft = ProgrammeMother.shared(ProgrammeMother.code());

        anonymous.post(ALL, draft).expect(401);
        anonymous
                .as("XA.01", "reader", "approver", "statistician")
                .post(ALL, draft)
                .expect(403);
        anonymous.bearing(Tokens.operator()).post(ALL, draft).expect(403);
        assertThat(stranger.post(ALL, draft).expect(403).at("/type"))
                .isEqualTo("urn:provincelink:problem:not-your-party");
        anonymous.as("XA", "editor").post(ALL, draft).expect(403);
    }

    @Test
    void only_an_editor_of_a_party_changes_and_assesses() {
        String shared = ALL + "/" + created(true);
        String etag = editor.get(shared).etag();
        String assessment = "{\"format\": \"ONLINE\", \"summary\": {\"en\": \"ok\"}}";
        Api published = anonymous.as("XA.01", "approver", "reader");
        published.post(shared + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        anonymous
                .as("XB.010100", "approver", "reader")
                .post(shared + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        for (String path : new String[] {shared, shared + "/assessment"}) {
            String method = path.equals(shared) ? "PATCH" : "PUT";
            String type = path.equals(shared) ? "application/merge-patch+json" : "application/json";
            anonymous
                    .with("If-Match", etag)
                    .send(method, path, type, assessment)
                    .expect(401);
            otherSide
                    .with("If-Match", etag)
                    .send(method, path, type, assessment)
                    .expect(403);
            stranger.with("If-Match", etag).send(method, path, type, assessment).expect(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "foreign", "unsigned", "audience", "issuer", "garbage"})
    void a_bad_token_is_401_on_reads_and_writes(String fault) {
        String token =
                switch (fault) {
                    case "expired" -> Tokens.expired("XA.01", "editor");
                    case "foreign" -> Tokens.foreignSigned("XA.01", "editor");
                    case "unsigned" -> Tokens.unsigned("XA.01", "editor");
                    case "audience" -> Tokens.ofWrongAudience("XA.01", "editor");
                    case "issuer" -> Tokens.ofWrongIssuer("XA.01", "editor");
                    default -> "not.a.token";
                };

        var read = anonymous.bearing(token).get(ALL).expect(401);
        anonymous
                .bearing(token)
                .post(ALL, ProgrammeMother.shared(ProgrammeMother.code()))
                .expect(401);

        assertThat(read.header("Content-Type")).startsWith("application/problem+json");
        assertThat(read.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
