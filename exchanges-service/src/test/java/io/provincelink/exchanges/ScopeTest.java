package io.provincelink.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may see, write and publish, for every kind of record. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ScopeTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor", "approver");

    @ParameterizedTest
    @EnumSource
    void an_own_side_draft_exists_for_its_own_side_alone(Kind kind) {
        String id = editor.post(kind.path, kind.ownSide()).expect(201).at("/id");

        anonymous.as("XA.01", "reader").get(kind.path + "/" + id).expect(200);
        for (Api other :
                List.of(anonymous, otherSide, stranger, anonymous.as("XA.01"), anonymous.bearing(Tokens.operator()))) {
            other.get(kind.path + "/" + id).expect(404);
            assertThat(other.get(kind.path + "?limit=200")
                            .expect(200)
                            .response()
                            .asString())
                    .doesNotContain(id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_record_of_the_parties_exists_for_both_and_for_nobody_else(Kind kind) {
        String id = editor.post(kind.path, kind.shared()).expect(201).at("/id");
        String list = kind.path + "?limit=200&parties=XA.01,XB.010100";

        otherSide.get(kind.path + "/" + id).expect(200);
        assertThat(otherSide.get(list).response().asString()).contains(id);
        for (Api other : List.of(anonymous, stranger)) {
            other.get(kind.path + "/" + id).expect(404);
            assertThat(other.get(list).response().asString()).doesNotContain(id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_succeeded_a_province_sees_and_keeps_its_records(Kind kind) {
        var created = anonymous
                .as("VN.02", "editor")
                .post(kind.path, kind.draft("VN.02", "XB.010100").put("visibility", "OWN_SIDE"))
                .expect(201);

        var seen = anonymous
                .as("VN.08", "reader")
                .get(kind.path + "/" + created.at("/id"))
                .expect(200);
        anonymous
                .as("VN.08", "editor")
                .with("If-Match", seen.etag())
                .patch(kind.path + "/" + created.at("/id"), "{\"note\": {\"en\": \"taken over\"}}")
                .expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_code_means_the_unit_of_the_records_own_day(Kind kind) {
        var late = kind.draft("VN.02", "XB.010100");
        switch (kind) {
            case MECHANISMS -> late.put("since", "2026-01-01");
            case MEETINGS -> late.putObject("start").put("on", "2026-01-01");
            case DELEGATIONS ->
                late.putObject("period").put("from", "2026-01-01").put("to", "2026-01-02");
            default -> throw new IllegalStateException();
        }

        var refused = anonymous.as("VN.08", "editor").post(kind.path, late).expect(400);

        assertThat(refused.at("/violations/0/code")).isEqualTo("closed-region");
        assertThat(refused.at("/violations/0/message")).contains("VN.08");
    }

    @ParameterizedTest
    @EnumSource
    void only_an_editor_of_a_party_writes(Kind kind) {
        anonymous.post(kind.path, kind.shared()).expect(401);
        otherSide.post(kind.path, kind.shared()).expect(403);
        anonymous
                .as("XA.01", "approver", "statistician")
                .post(kind.path, kind.shared())
                .expect(403);
        anonymous.bearing(Tokens.operator()).post(kind.path, kind.shared()).expect(403);
        assertThat(stranger.post(kind.path, kind.shared()).expect(403).at("/type"))
                .isEqualTo("urn:provincelink:problem:not-your-party");
    }

    @ParameterizedTest
    @EnumSource
    void only_an_editor_of_a_party_changes(Kind kind) {
        var created = editor.post(kind.path, kind.shared()).expect(201);
        String path = kind.path + "/" + created.at("/id");
        String patch = "{\"note\": {\"en\": \"mine\"}}";

        anonymous.with("If-Match", created.etag()).patch(path, patch).expect(401);
        otherSide.with("If-Match", created.etag()).patch(path, patch).expect(403);
        stranger.with("If-Match", created.etag()).patch(path, patch).expect(404);
        publish(kind, created.at("/id"));
        stranger.with("If-Match", created.etag()).patch(path, patch).expect(403);
    }

    @ParameterizedTest
    @EnumSource
    void everybody_reads_it_once_an_approver_of_every_party_has_agreed(Kind kind) {
        String id = editor.post(kind.path, kind.shared()).expect(201).at("/id");
        String publication = kind.path + "/" + id + "/publication";

        anonymous.post(publication, "{\"to\": \"PUBLIC\"}").expect(401);
        editor.post(publication, "{\"to\": \"PUBLIC\"}").expect(403);
        stranger.post(publication, "{\"to\": \"PUBLIC\"}").expect(404);
        anonymous
                .as("XB.010000", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(403);
        anonymous
                .as("XA.01", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);
        anonymous.get(kind.path + "/" + id).expect(404);
        anonymous
                .as("XB.010100", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);

        assertThat(anonymous.get(kind.path + "/" + id).expect(200).at("/visibility"))
                .isEqualTo("PUBLIC");
        anonymous
                .as("XA.01", "approver")
                .post(publication, "{\"to\": \"PARTIES\"}")
                .expect(409);
    }

    @ParameterizedTest
    @EnumSource
    void the_own_side_alone_shows_a_draft_to_the_other(Kind kind) {
        String id = editor.post(kind.path, kind.ownSide()).expect(201).at("/id");

        anonymous
                .as("XA.01", "approver")
                .post(kind.path + "/" + id + "/publication", "{\"to\": \"PARTIES\"}")
                .expect(200);

        otherSide.get(kind.path + "/" + id).expect(200);
        anonymous.get(kind.path + "/" + id).expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_token_is_refused_on_reads_and_writes(Kind kind) {
        for (String token : List.of(
                Tokens.expired("XA.01", "editor"),
                Tokens.foreignSigned("XA.01", "editor"),
                Tokens.unsigned("XA.01", "editor"),
                Tokens.ofWrongAudience("XA.01", "editor"),
                Tokens.ofWrongIssuer("XA.01", "editor"))) {
            anonymous.bearing(token).get(kind.path).expect(401);
            anonymous.bearing(token).post(kind.path, kind.shared()).expect(401);
        }
    }

    private void publish(Kind kind, String id) {
        for (String party : List.of("XA.01", "XB.010100")) {
            anonymous
                    .as(party, "approver")
                    .post(kind.path + "/" + id + "/publication", "{\"to\": \"PUBLIC\"}")
                    .expect(200);
        }
    }
}
