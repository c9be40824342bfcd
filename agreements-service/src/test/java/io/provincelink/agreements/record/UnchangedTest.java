package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.legalact.LegalActMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.povertylist.PovertyListMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that changes nothing is no new version, and nobody is told of it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class UnchangedTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    private String key() {
        return UUID.randomUUID().toString();
    }

    private void assertNothingHappens(String address, String etag, Runnable write) {
        int versions =
                editor.get(address + "/history").expect(200).json().at("/items").size();

        write.run();

        assertThat(editor.get(address).expect(200).etag()).isEqualTo(etag);
        assertThat(editor.get(address + "/history").json().at("/items")).hasSize(versions);
    }

    private void assertEmptyPatchIsNothing(String path, String draft) {
        var created = editor.post(path, draft).expect(201);
        String address = String.valueOf(created.header("Location"));

        assertNothingHappens(address, created.etag(), () -> {
            var patched =
                    editor.with("If-Match", created.etag()).patch(address, "{}").expect(200);
            assertThat(patched.etag()).isEqualTo(created.etag());
            assertThat(patched.json()).isEqualTo(created.json());
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_patch_is_none(SharedKind kind) {
        assertEmptyPatchIsNothing(kind.path, kind.draft("PARTIES", key()));
    }

    @Test
    void nor_is_one_of_what_one_side_keeps() {
        assertEmptyPatchIsNothing("/api/v1/legal-acts", LegalActMother.decision(LegalActMother.code()));
        assertEmptyPatchIsNothing("/api/v1/organisations", OrganisationMother.ngo("Nothing new"));
        assertEmptyPatchIsNothing("/api/v1/poverty-lists", PovertyListMother.districts());
        assertEmptyPatchIsNothing(
                "/api/v1/assistance-projects",
                AssistanceProjectMother.shared(OrganisationMother.published(anonymous, "Nothing new either")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": {\"en\": \"Memorandum\"}}",
                "{\"note\": null}",
                "{\"fields\": [\"TRADE\", \"HEALTH\"]}"
            })
    void nor_is_a_patch_that_says_what_is_there(String patch) {
        var created = editor.post("/api/v1/agreements", AgreementMother.shared(AgreementMother.code()))
                .expect(201);
        String address = String.valueOf(created.header("Location"));

        assertNothingHappens(address, created.etag(), () -> editor.with("If-Match", created.etag())
                .patch(address, patch)
                .expect(200));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_handed_in_again_under_its_key_is_none(SharedKind kind) {
        String key = key();
        String draft = kind.draft("PARTIES", key);
        String at = kind.path + "/by-external-id/partner/" + key;
        var created = editor.put(at, draft).expect(201);
        var follower = new Follower(editor, "");

        assertNothingHappens(
                String.valueOf(created.header("Location")),
                created.etag(),
                () -> editor.with("If-Match", created.etag()).put(at, draft).expect(200));

        assertThat(follower.pollAll(created.at("/id"))).isEmpty();
    }

    @Test
    void numbers_are_kept_in_one_scale_however_they_were_written() {
        String key = key();
        String at = "/api/v1/donations/by-external-id/partner/" + key;
        String draft = SharedKind.DONATION
                .draft("PARTIES", key)
                .replace("{\"value\": 50000,", "{\"value\": 1.50,")
                .replace(
                        "\"items\": [",
                        "\"items\": [{\"what\": {\"en\": \"Gloves\"}, \"figure\": {\"value\": 5e4,"
                                + " \"qualifier\": \"EXACT\", \"unit\": \"piece\"}}, ");
        var created = editor.put(at, draft).expect(201);
        assertThat(created.response().asString()).contains("\"value\":50000,", "\"value\":1.5,");

        assertNothingHappens(
                String.valueOf(created.header("Location")),
                created.etag(),
                () -> editor.with("If-Match", created.etag()).put(at, draft).expect(200));

        var patched = editor.with("If-Match", created.etag())
                .patch(String.valueOf(created.header("Location")), "{\"note\": {\"en\": \"counted\"}}")
                .expect(200);
        assertThat(patched.response().asString()).contains("\"value\":50000,", "\"value\":1.5,");
        assertThat(editor.get(created.header("Location") + "/history").json().at("/items/0/changes"))
                .hasSize(1);
    }

    @Test
    void what_was_agreed_stays_agreed() {
        String address =
                String.valueOf(editor.post("/api/v1/agreements", AgreementMother.shared(AgreementMother.code()))
                        .expect(201)
                        .header("Location"));
        anonymous
                .as("XA.01", "approver")
                .post(address + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        anonymous
                .as("XB.010100", "approver")
                .post(address + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        var patched = editor.with("If-Match", "*").patch(address, "{}").expect(200);

        assertThat(patched.json().at("/publishedBy")).hasSize(2);
        assertThat(anonymous.get(address).expect(200).json().at("/publishedBy")).hasSize(2);
    }

    @Test
    void it_takes_as_much_as_one_that_changes_something() {
        var created = editor.post("/api/v1/agreements", AgreementMother.shared(AgreementMother.code()))
                .expect(201);
        String address = String.valueOf(created.header("Location"));

        editor.patch(address, "{}").expect(428);
        editor.with("If-Match", "\"77-0\"").patch(address, "{}").expect(412);
        anonymous.with("If-Match", "*").patch(address, "{}").expect(401);
        anonymous
                .as("XA.01", "reader")
                .with("If-Match", "*")
                .patch(address, "{}")
                .expect(403);
        anonymous
                .as("VN.15", "editor")
                .with("If-Match", "*")
                .patch(address, "{}")
                .expect(404);
    }
}
