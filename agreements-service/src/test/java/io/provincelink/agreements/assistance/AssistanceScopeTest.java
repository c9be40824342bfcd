package io.provincelink.agreements.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what with a project that a district implements. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AssistanceScopeTest {

    private static final String ALL = "/api/v1/assistance-projects";
    private static final String NOTE = "{\"note\": {\"en\": \"changed\"}}";
    private static final String PUBLIC = "{\"to\": \"PUBLIC\"}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.011", "reader", "editor");
    private final Api approver = anonymous.as("XA.011", "reader", "approver");
    private final Api province = anonymous.as("XA.01", "reader", "editor", "approver");
    private final Api stranger = anonymous.as("XB.010100", "reader", "editor", "approver");

    private String organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = OrganisationMother.published(anonymous, "Seen");
    }

    private String shared() {
        return AssistanceProjectMother.shared(organisation);
    }

    @Test
    void only_an_editor_of_the_owner_creates() {
        anonymous.post(ALL, shared()).expect(401);
        approver.post(ALL, shared()).expect(403);
        stranger.post(ALL, shared()).expect(403);
        anonymous.bearing(Tokens.operator()).post(ALL, shared()).expect(403);
        anonymous.as("XA", "editor").post(ALL, shared()).expect(403);
        anonymous.as("XA.01101", "editor").post(ALL, shared()).expect(403);
        editor.post(ALL, shared()).expect(201);
    }

    @Test
    void an_own_side_draft_exists_for_its_own_side_alone() {
        String address = editor.post(ALL, shared().replace("\"PARTIES\"", "\"OWN_SIDE\""))
                .expect(201)
                .header("Location");

        approver.get(address).expect(200);
        province.get(address).expect(200);
        for (Api other : new Api[] {anonymous, stranger, anonymous.as("XA", "reader")}) {
            other.get(address).expect(404);
            assertThat(other.get(ALL + "?organisation=" + organisation).json().at("/items"))
                    .isEmpty();
        }
        stranger.with("If-Match", "*").patch(address, NOTE).expect(404);
        stranger.post(address + "/publication", PUBLIC).expect(404);
    }

    @Test
    void nobody_else_changes_it() {
        String address = editor.post(ALL, shared()).expect(201).header("Location");
        approver.post(address + "/publication", PUBLIC).expect(200);

        anonymous.with("If-Match", "*").patch(address, NOTE).expect(401);
        approver.with("If-Match", "*").patch(address, NOTE).expect(403);
        stranger.with("If-Match", "*").patch(address, NOTE).expect(403);
        editor.patch(address, NOTE).expect(428);
        editor.with("If-Match", "\"99-0\"").patch(address, NOTE).expect(412);
        editor.with("If-Match", "*").patch(address, NOTE).expect(200);
    }

    @Test
    void exactly_the_owners_approver_publishes_it() {
        String address = editor.post(ALL, shared()).expect(201).header("Location");

        anonymous.post(address + "/publication", PUBLIC).expect(401);
        editor.post(address + "/publication", PUBLIC).expect(403);
        province.post(address + "/publication", PUBLIC).expect(403);
        stranger.post(address + "/publication", PUBLIC).expect(404);
        anonymous.get(address).expect(404);
        approver.post(address + "/publication", PUBLIC).expect(200);

        assertThat(anonymous.get(address).expect(200).at("/visibility")).isEqualTo("PUBLIC");
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(409);
    }
}
