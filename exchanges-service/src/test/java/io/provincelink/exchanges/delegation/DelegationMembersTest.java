package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who travels is personal data. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationMembersTest {

    private static final String NAME = "Secret Person";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "approver", "editor", "reader");

    @Inject
    DataSource database;

    @Test
    void only_the_own_side_with_a_role_reads_them_and_only_from_the_one_delegation() {
        var created = propose();
        String path = DELEGATIONS + "/" + created.at("/id");
        move(path, otherApprover, "ACCEPTED");

        for (String role : List.of("reader", "editor", "approver", "statistician")) {
            assertThat(anonymous.as("XA.01", role).get(path).expect(200).json().at("/members"))
                    .hasSize(2);
        }
        for (Api other : List.of(
                anonymous,
                otherApprover,
                anonymous.as("XA.01"),
                anonymous.as("VN.15", "reader"),
                anonymous.as("XA.01", "admin"))) {
            assertThat(other.get(path).expect(200).response().asString())
                    .doesNotContain(NAME)
                    .doesNotContain("members");
        }
        assertThat(created.response().asString()).doesNotContain(NAME);
        assertThat(editor.get(DELEGATIONS + "?limit=200").response().asString()).doesNotContain(NAME);
    }

    @Test
    void what_one_reader_has_is_not_taken_for_what_another_gets() {
        String path = DELEGATIONS + "/" + propose().at("/id");
        String seenByOther = otherApprover.get(path).etag();

        editor.with("If-None-Match", seenByOther).get(path).expect(200);
        otherApprover.with("If-None-Match", seenByOther).get(path).expect(304);
    }

    @Test
    void a_change_of_members_moves_the_version_and_no_answer_names_them() {
        var created = propose();
        String path = DELEGATIONS + "/" + created.at("/id");

        var changed = editor.with("If-Match", created.etag())
                .patch(path, "{\"members\": [{\"name\": \"Secret Person Three\"}]}")
                .expect(200);

        assertThat(changed.etag()).isNotEqualTo(created.etag());
        assertThat(changed.response().asString()).doesNotContain(NAME);
        assertThat(editor.get(path).json().at("/members").findValuesAsText("name"))
                .containsExactly("Secret Person Three");
    }

    @Test
    void neither_the_change_log_nor_the_kept_answers_hold_a_name() throws SQLException {
        var draft = Drafts.delegation("XA.01", "XB.010100", "2016-06-07", 2);
        var created = editor.with("Idempotency-Key", "members-" + java.util.UUID.randomUUID())
                .post(DELEGATIONS, draft)
                .expect(201);
        String path = DELEGATIONS + "/" + created.at("/id");
        editor.with("If-Match", "*").patch(path, "{\"members\": []}").expect(200);
        editor.with("If-Match", "*").patch(path, "{\"size\": 3}").expect(200);

        List<String> snapshots =
                texts("select snapshot::text from change where record_id::text = ? order by seq", created.at("/id"));

        assertThat(snapshots).hasSize(3).noneMatch(snapshot -> snapshot.contains(NAME));
        assertThat(snapshots.get(0)).contains("\"membersChanged\": true");
        assertThat(snapshots.get(1)).contains("\"membersChanged\": true");
        assertThat(snapshots.get(2)).doesNotContain("membersChanged").contains("\"size\": 3");
        assertThat(texts("select body from idempotency_key where body like '%' || ? || '%'", NAME))
                .isEmpty();
    }

    private Api.Answer propose() {
        return editor.post(DELEGATIONS, Drafts.delegation("XA.01", "XB.010100", "2016-05-06", 2))
                .expect(201);
    }

    private static void move(String path, Api who, String to) {
        who.post(path + "/transitions", "{\"to\": \"" + to + "\"}").expect(200);
    }

    private List<String> texts(String sql, String parameter) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}
