package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who read what is for the parties' eyes. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReadAuditTest {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String TO_PUBLIC = "{\"to\": \"PUBLIC\"}";

    enum Sensitive {
        POLICE_AGREEMENT,
        BORDER_POST_AGREEMENT,
        JUSTICE_PROGRAMME,
        BORDER_POST_TWINNING;

        String path() {
            return switch (this) {
                case POLICE_AGREEMENT, BORDER_POST_AGREEMENT -> AGREEMENTS;
                case JUSTICE_PROGRAMME -> "/api/v1/programmes";
                case BORDER_POST_TWINNING -> "/api/v1/twinnings";
            };
        }

        String draft() {
            return switch (this) {
                case POLICE_AGREEMENT -> police();
                case BORDER_POST_AGREEMENT ->
                    AgreementMother.shared(AgreementMother.code()).replace("PROVINCIAL", "BORDER_POST");
                case JUSTICE_PROGRAMME ->
                    ProgrammeMother.shared(ProgrammeMother.code()).replace("\"HEALTH\"", "\"JUSTICE\"");
                case BORDER_POST_TWINNING ->
                    TwinningMother.communes("EXACT", 0, 0)
                            .replace("COMMUNE", "BORDER_POST")
                            .replaceAll("\"(commune|township)\"", "\"site\"");
            };
        }
    }

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api other = anonymous.as("XB.010100", "reader");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private static String police() {
        return AgreementMother.shared(AgreementMother.code()).replace("\"HEALTH\"", "\"POLICE\"");
    }

    private String created(String path, String draft) {
        return String.valueOf(editor.post(path, draft).expect(201).header("Location"));
    }

    private long noted(String address) {
        return database.number(
                "select count(*) from read_audit where record_id = ?",
                UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
    }

    private static List<String> readings(Api reader, String address) {
        List<String> readings = new ArrayList<>();
        for (JsonNode reading :
                reader.get(address + "/reads").expect(200).json().at("/items")) {
            readings.add(
                    reading.at("/how").asText() + " " + reading.at("/region").asText());
        }
        return readings;
    }

    @ParameterizedTest
    @EnumSource
    void each_reading_of_a_sensitive_record_is_noted_for_its_parties(Sensitive kind) {
        String address = created(kind.path(), kind.draft());

        other.get(address).expect(200);
        anonymous.as("XB.010000", "reader").get(kind.path() + "?parties=XA.01").expect(200);

        assertThat(readings(approver, address))
                .isEqualTo(readings(otherApprover, address))
                .containsExactly("LIST XB.010000", "RECORD XB.010100");
        var newest = approver.get(address + "/reads").expect(200);
        assertThat(newest.at("/items/1/body")).isEqualTo("Foreign affairs department of XB.010100");
        assertThat(newest.at("/items/1/roles/0")).isEqualTo("reader");
        assertThat(newest.at("/items/1/version")).isEqualTo("0");
        assertThat(newest.response().asString()).doesNotContain("XB.010100-reader", "tests/");
    }

    @Test
    void the_row_behind_it_also_names_the_client_and_who_vouches_for_it() {
        String address = created(AGREEMENTS, police());

        other.get(address).expect(200);

        var row = database.rows(
                        "select * from read_audit where record_id = ?",
                        UUID.fromString(address.substring(AGREEMENTS.length() + 1)))
                .get(0);
        assertThat(row.get("type")).isEqualTo("AGREEMENT");
        assertThat(row.get("issuer")).isEqualTo(Tokens.ISSUER);
        assertThat(row.get("client")).isEqualTo("tests/XB.010100-reader");
    }

    @Test
    void neither_other_records_nor_public_ones_are_noted() {
        String harmless = created(AGREEMENTS, AgreementMother.shared(AgreementMother.code()));
        String police = created(AGREEMENTS, police());
        approver.post(police + "/publication", TO_PUBLIC).expect(200);
        otherApprover.post(police + "/publication", TO_PUBLIC).expect(200);

        other.get(harmless).expect(200);
        other.get(police).expect(200);
        anonymous.get(police).expect(200);
        other.get(AGREEMENTS + "?parties=XA.01&limit=2").expect(200);

        assertThat(noted(harmless)).isZero();
        assertThat(noted(police)).isZero();
        assertThat(readings(approver, police)).isEmpty();
    }

    @Test
    void a_list_notes_what_it_shows_and_no_more() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            addresses.add(created(AGREEMENTS, police()));
        }

        other.get(AGREEMENTS + "?limit=2&field=POLICE").expect(200);

        assertThat(addresses.stream().map(this::noted)).containsExactly(0L, 1L, 1L);
    }

    @Test
    void who_has_the_version_already_is_shown_nothing_new() {
        String address = created(AGREEMENTS, police());
        String etag = other.get(address).expect(200).etag();

        other.with("If-None-Match", etag).get(address).expect(304);

        assertThat(noted(address)).isEqualTo(1);
    }

    @Test
    void a_step_that_changes_nothing_shows_the_record_all_the_same() {
        String address = created(AGREEMENTS, police());

        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(200);

        assertThat(readings(approver, address)).containsExactly("STEP XA.01");
    }

    @Test
    void a_review_that_shows_a_twinning_of_border_posts_is_noted() {
        String address = created("/api/v1/twinnings", Sensitive.BORDER_POST_TWINNING.draft());

        Api.unchecked()
                .as("XB.010100", "reader")
                .get("/api/v1/review-part?parties=XA.01,XB.010100&period=2016/2020")
                .expect(200);

        assertThat(readings(approver, address)).containsExactly("REVIEW XB.010100");
    }

    @Test
    void how_often_a_side_looked_at_its_own_draft_is_its_own_business() {
        String address = created(AGREEMENTS, police().replace("\"PARTIES\"", "\"OWN_SIDE\""));
        editor.get(address).expect(200);
        editor.get(address).expect(200);
        otherApprover.get(address + "/reads").expect(404);
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(200);
        editor.get(address).expect(200);

        assertThat(readings(otherApprover, address)).containsExactly("RECORD XA.01");
        assertThat(readings(approver, address)).containsExactly("RECORD XA.01", "RECORD XA.01", "RECORD XA.01");
    }

    @ParameterizedTest
    @EnumSource
    void only_an_approver_of_exactly_a_party_sees_who_read_it(Sensitive kind) {
        String reads = created(kind.path(), kind.draft()) + "/reads";

        anonymous.get(reads).expect(401);
        editor.get(reads).expect(403);
        other.get(reads).expect(403);
        anonymous.bearing(Tokens.operator()).get(reads).expect(403);
        anonymous.as("XB.010000", "reader", "approver").get(reads).expect(403);
        anonymous.as("VN.15", "reader", "approver").get(reads).expect(404);
        approver.get(reads).expect(200);
        otherApprover.get(reads).expect(200);
    }

    @Test
    void an_operator_reads_no_sensitive_record() {
        String address = created(AGREEMENTS, police());

        anonymous.bearing(Tokens.operator()).get(address).expect(404);

        assertThat(noted(address)).isZero();
    }

    @Test
    void readings_are_paged_to_their_end() {
        String address = created(AGREEMENTS, police());
        for (int i = 0; i < 5; i++) {
            other.get(address).expect(200);
        }
        int seen = 0;
        String next = address + "/reads?limit=2";
        while (!next.equals("null")) {
            var page = approver.get(next).expect(200);
            seen += page.json().at("/items").size();
            next = page.at("/next");
        }

        assertThat(seen).isEqualTo(5);
        approver.get(address + "/reads?cursor=abc").expect(400);
        approver.get(address + "/reads?limit=0").expect(400);
    }

    @Test
    void eight_readers_at_once_are_all_noted() throws Exception {
        String address = created(AGREEMENTS, police());
        Callable<Integer> read = () -> other.get(address).status();

        assertThat(AtOnce.call(Collections.nCopies(8, read))).containsOnly(200);

        assertThat(noted(address)).isEqualTo(8);
    }

    @Test
    void what_cannot_be_noted_is_not_shown_and_the_rest_is() {
        String address = created(AGREEMENTS, police());
        String harmless = created(AGREEMENTS, AgreementMother.shared(AgreementMother.code()));
        Api unchecked = Api.unchecked().as("XB.010100", "reader");
        database.update("alter table read_audit rename to read_audit_away");
        try {
            var refused = unchecked.get(address).expect(503);
            assertThat(refused.at("/type")).isEqualTo("urn:provincelink:problem:unavailable");
            assertThat(refused.response().asString()).doesNotContain("POLICE");
            unchecked.get(AGREEMENTS + "?parties=XA.01&limit=2").expect(503);
            Api.unchecked()
                    .as("XA.01", "approver", "reader")
                    .post(address + "/publication", "{\"to\": \"PARTIES\"}")
                    .expect(503);
            unchecked.get(harmless).expect(200);
        } finally {
            database.update("alter table read_audit_away rename to read_audit");
        }
        unchecked.get(address).expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_sensitive_record_becomes_public_by_the_word_of_every_partys_approver_alone(Sensitive kind) {
        String draft = kind.draft().replace("\"visibility\": \"PARTIES\",", "");
        String address = created(kind.path(), draft);
        assertThat(editor.get(address).at("/visibility")).isEqualTo("OWN_SIDE");
        editor.post(kind.path(), kind.draft().replace("\"PARTIES\"", "\"PUBLIC\""))
                .expect(400);

        approver.post(address + "/publication", TO_PUBLIC).expect(200);
        assertThat(editor.get(address).at("/visibility")).isEqualTo("PARTIES");
        otherApprover.post(address + "/publication", TO_PUBLIC).expect(200);

        assertThat(anonymous.get(address).expect(200).at("/visibility")).isEqualTo("PUBLIC");
    }

    @Test
    void a_project_is_noted_in_whatever_form_it_is_shown() {
        String giver = OrganisationMother.published(anonymous, "Giver of the police");
        String project = created(
                "/api/v1/assistance-projects",
                AssistanceProjectMother.shared(giver).replace("\"HEALTH\"", "\"POLICE\""));

        editor.with("Accept", "application/xml").get(project).expect(200);
        editor.get(project + "/transactions").expect(200);
        editor.get(project + "/history").expect(200);

        assertThat(noted(project)).isEqualTo(3);
    }

    @Test
    void a_chain_of_programmes_is_noted() {
        String programme = created("/api/v1/programmes", Sensitive.JUSTICE_PROGRAMME.draft());

        other.get(programme + "/chain").expect(200);

        assertThat(noted(programme)).isEqualTo(1);
    }

    @Test
    void what_the_history_shows_of_an_audited_version_is_noted_when_the_record_is_none_any_more() {
        String address = created(AGREEMENTS, police());
        anonymous
                .as("XA.01", "reader", "editor", "approver")
                .with("If-Match", "*")
                .patch(address, "{\"fields\": [\"TRADE\"]}")
                .expect(200);

        other.get(address + "/history?limit=1").expect(200);

        assertThat(noted(address)).isEqualTo(1);
    }
}
