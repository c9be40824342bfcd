package io.provincelink.agreements.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OrganisationResourceTest {

    private static final String ALL = "/api/v1/organisations";
    private static final String NOTE = "{\"note\": {\"en\": \"changed\"}}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api reader = anonymous.as("XA.01", "reader");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor", "approver");

    private String created(String body) {
        return editor.post(ALL, body).expect(201).header("Location");
    }

    @Test
    void what_was_recorded_is_read_back() {
        var created = editor.post(ALL, OrganisationMother.ngo("Care")).expect(201);

        var read = reader.get(created.header("Location")).expect(200);

        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.at("/owner")).isEqualTo("XA.01");
        assertThat(read.at("/registration/validTo")).isEqualTo("2020-12-31");
        reader.with("If-None-Match", created.etag())
                .get(created.header("Location"))
                .expect(304);
    }

    @Test
    void a_registration_that_has_run_out_is_a_warning() {
        String address = created(OrganisationMother.ngo("Old"));

        var read = reader.get(address).expect(200);

        assertThat(read.at("/warnings/0/code")).isEqualTo("REGISTRATION_EXPIRED");
        assertThat(read.at("/warnings/0/since")).isEqualTo("2021-01-01");
    }

    @ParameterizedTest
    @CsvSource({"2020-12-30, 0", "2020-12-31, 0", "2021-01-01, 1", "2030-01-01, 1"})
    void a_registration_holds_to_its_last_day(LocalDate today, int warnings) {
        var registration = new OrganisationRegistration("12", LocalDate.of(2020, 12, 31), null);

        assertThat(OrganisationView.warnings(registration, today)).hasSize(warnings);
        assertThat(OrganisationView.warnings(new OrganisationRegistration("12", null, null), today))
                .isEmpty();
    }

    @Test
    void without_an_owner_the_writers_own_unit_keeps_it() {
        var created = editor.post(ALL, "{\"name\": {\"zh\": \"红十字会\"}, \"kind\": \"ASSOCIATION\", \"country\": \"XA\"}")
                .expect(201);

        assertThat(created.at("/owner")).isEqualTo("XA.01");
        assertThat(created.at("/visibility")).isEqualTo("OWN_SIDE");
        assertThat(created.json().at("/warnings")).isEmpty();
    }

    @Test
    void all_faults_are_named_at_once() {
        var refused = editor.post(ALL, """
                        {"name": {"en": "X"}, "kind": "NGO", "country": "ZZ", "owner": "XA.099", "asOf": "2019-01-01",
                         "visibility": "PUBLIC", "registration": {"number": "1", "regions": ["XA.011", "XA.098"]}}
                        """).expect(400);

        assertThat(refused.json().findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/owner", "/country", "/registration/regions/1", "/visibility");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"NGO\"        | \"CLUB\"       | /kind                  | unknown-value",
                "\"AU\"         | \"au\"         | /country               | pattern",
                "\"12/REG\"     | \" \"          | /registration/number   | not-blank",
                "\"2020-12-31\" | \"2020-13-31\" | /registration/validTo  | wrong-format",
                "\"XA.011\"     | null           | /registration/regions/0 | not-null",
                "\"asOf\"       | \"iatiIdentifier\": \"a b\", \"asOf\" | /iatiIdentifier | pattern",
                "\"2019-01-01\" | \"2025-07-01\" | /registration/regions/0 | closed-region",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String wrong = OrganisationMother.ngo("Wrong").replaceFirst(replaced, by);
        assertThat(wrong).isNotEqualTo(OrganisationMother.ngo("Wrong"));

        var refused = editor.post(ALL, wrong).expect(400);

        assertThat(refused.response().asString()).contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void filters_find_what_they_name() {
        String system = "s-" + UUID.randomUUID();
        String id = editor.post(
                        ALL,
                        OrganisationMother.ngo("Filtered")
                                .replaceFirst(
                                        "\\{", "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}], "))
                .expect(201)
                .at("/id");
        String mine = ALL + "?externalId=" + system + ":1&";

        for (String hit : new String[] {"kind=NGO", "country=AU", "region=XA.01", "region=XA.011", "region=XA.01101"}) {
            assertThat(reader.get(mine + hit).expect(200).at("/items/0/id"))
                    .as(hit)
                    .isEqualTo(id);
        }
        for (String miss : new String[] {"kind=COMPANY", "country=US", "region=XA.021", "region=XB"}) {
            assertThat(reader.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        assertThat(reader.get(mine + "region=XA.011&rollup=current").expect(200).at("/items/0/id"))
                .isEqualTo(id);
        anonymous.get(ALL + "?region=XA.011&rollup=all").expect(400);
        anonymous.get(ALL + "?kind=CLUB").expect(400);
        anonymous.get(ALL + "?country=ZZ").expect(400);
        anonymous.get(ALL + "?region=XA.099").expect(400);
        anonymous.get(ALL + "?region=XA.01,XA.02").expect(400);
    }

    @Test
    void a_project_shows_where_its_organisation_works_to_those_who_see_the_project() {
        String id = OrganisationMother.published(anonymous, "Elsewhere");
        String system = "s-" + UUID.randomUUID();
        editor.with("If-Match", "*")
                .patch(
                        ALL + "/" + id,
                        "{\"registration\": null, \"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}]}")
                .expect(200);
        String mine = ALL + "?externalId=" + system + ":1&region=XA.01101";
        assertThat(reader.get(mine).expect(200).json().at("/items")).isEmpty();

        editor.post("/api/v1/assistance-projects", AssistanceProjectMother.shared(id))
                .expect(201);

        assertThat(reader.get(mine).expect(200).at("/items/0/id")).isEqualTo(id);
        assertThat(anonymous.get(mine).expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void only_an_editor_of_the_owner_creates() {
        String ngo = OrganisationMother.ngo("Scope");

        anonymous.post(ALL, ngo).expect(401);
        reader.post(ALL, ngo).expect(403);
        approver.post(ALL, ngo).expect(403);
        otherSide.post(ALL, ngo).expect(403);
        anonymous.bearing(Tokens.operator()).post(ALL, ngo).expect(403);
        anonymous.as("XA", "editor").post(ALL, ngo).expect(403);
        anonymous.as("XA.011", "editor").post(ALL, ngo).expect(403);
    }

    @Test
    void an_own_side_record_exists_for_its_own_side_alone() {
        String address = created(OrganisationMother.ngo("Hidden").replace("\"PARTIES\"", "\"OWN_SIDE\""));

        approver.get(address).expect(200);
        for (Api other : new Api[] {anonymous, otherSide, anonymous.as("XA"), anonymous.as("XA.011", "reader")}) {
            other.get(address).expect(404);
        }
        otherSide.with("If-Match", "*").patch(address, NOTE).expect(404);
        otherSide.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(404);
    }

    @Test
    void only_the_owners_editor_changes_it() {
        String address = created(OrganisationMother.ngo("Changed"));
        anonymous.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(401);
        editor.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(403);
        approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        anonymous.get(address).expect(200);
        anonymous.with("If-Match", "*").patch(address, NOTE).expect(401);
        approver.with("If-Match", "*").patch(address, NOTE).expect(403);
        otherSide.with("If-Match", "*").patch(address, NOTE).expect(403);
        otherSide.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(403);
        editor.patch(address, NOTE).expect(428);
        editor.with("If-Match", "\"99-0\"").patch(address, NOTE).expect(412);

        var changed = editor.with("If-Match", "*").patch(address, NOTE).expect(200);

        assertThat(changed.at("/note/en")).isEqualTo("changed");
    }

    @Test
    void the_owner_stays() {
        String address = created(OrganisationMother.ngo("Stays"));

        var refused = editor.with("If-Match", "*")
                .patch(address, "{\"owner\": \"XA.011\"}")
                .expect(400);

        assertThat(refused.at("/violations/0/code")).isEqualTo("fixed");
    }

    @Test
    void a_client_may_send_the_same_again() {
        String body = OrganisationMother.ngo("Twice").replaceFirst("\\{", "{\"id\": \"" + UUID.randomUUID() + "\", ");
        Api once = editor.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = once.post(ALL, body).expect(201);
        var again = once.post(ALL, body).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(editor.post(ALL, body).expect(409).header("Location")).isEqualTo(first.header("Location"));
    }
}
