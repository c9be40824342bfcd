package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What the change log keeps of the parties' words. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ConfirmationLogTest {

    private static final String ALL = "/api/v1/programmes";
    private static final String AGREED = "{\"decision\": \"AGREED\"}";

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("VN.02", "reader", "editor");
    private final Api successor = anonymous.as("VN.08", "reader", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "approver");

    private Api.Answer created() {
        return editor.post(ALL, ProgrammeMother.shared(ProgrammeMother.code()).replace("XA.01", "VN.02"))
                .expect(201);
    }

    private static String goal(Api.Answer programme) {
        return programme.header("Location") + "/goals/" + programme.at("/goals/0/id") + "/confirmations";
    }

    @Test
    void each_word_is_a_version_that_names_the_unit_that_gave_it() throws Exception {
        var programme = created();
        var said = successor.post(goal(programme), AGREED).expect(200);
        successor.post(goal(programme), AGREED).expect(200);

        var rows = database.rows(
                "select * from change where record_id = ? order by version", UUID.fromString(programme.at("/id")));

        assertThat(rows).extracting(row -> row.get("actor_region")).containsExactly("VN.02", "VN.08");
        assertThat(rows.get(1).get("actor_roles").toString()).contains("approver");
        assertThat(new ObjectMapper().readTree(rows.get(1).get("snapshot").toString()))
                .isEqualTo(said.json());
    }

    @Test
    void two_parties_that_agree_at_once_are_both_heard() throws Exception {
        for (int round = 0; round < 5; round++) {
            var programme = created();
            Callable<Integer> one =
                    () -> successor.post(goal(programme), AGREED).status();
            Callable<Integer> two =
                    () -> otherSide.post(goal(programme), AGREED).status();

            assertThat(AtOnce.call(List.of(one, two))).containsOnly(200);

            assertThat(editor.get(String.valueOf(programme.header("Location"))).at("/goals/0/standing"))
                    .isEqualTo("AGREED");
        }
    }
}
