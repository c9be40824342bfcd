package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a public record when one side changes it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PublicWordingTest {

    private static final String TO_PUBLIC = "{\"to\": \"PUBLIC\"}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private String published(SharedKind kind) {
        String address = String.valueOf(
                editor.post(kind.path, kind.draft("PARTIES", UUID.randomUUID().toString()))
                        .expect(201)
                        .header("Location"));
        approver.post(address + "/publication", TO_PUBLIC).expect(200);
        otherApprover.post(address + "/publication", TO_PUBLIC).expect(200);
        return address;
    }

    private static List<String> publishedBy(Api.Answer record) {
        List<String> parties = new ArrayList<>();
        for (JsonNode party : record.json().at("/publishedBy")) {
            parties.add(party.asText());
        }
        return parties;
    }

    @ParameterizedTest
    @EnumSource
    void it_stays_public_and_everybody_sees_that_nobody_has_agreed_to_the_new_wording_yet(SharedKind kind) {
        String address = published(kind);
        assertThat(publishedBy(anonymous.get(address).expect(200))).containsExactlyInAnyOrder("XA.01", "XB.010100");

        editor.with("If-Match", "*")
                .patch(address, "{\"note\": {\"en\": \"one side's words\"}}")
                .expect(200);

        var read = anonymous.get(address).expect(200);
        assertThat(read.at("/visibility")).isEqualTo("PUBLIC");
        assertThat(read.at("/note/en")).isEqualTo("one side's words");
        assertThat(publishedBy(read)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_party_agrees_to_it_anew_by_publishing_it_again(SharedKind kind) {
        String address = published(kind);
        editor.with("If-Match", "*")
                .patch(address, "{\"note\": {\"en\": \"one side's words\"}}")
                .expect(200);

        approver.post(address + "/publication", TO_PUBLIC).expect(200);
        assertThat(publishedBy(anonymous.get(address))).containsExactly("XA.01");
        otherApprover.post(address + "/publication", TO_PUBLIC).expect(200);

        assertThat(publishedBy(anonymous.get(address))).containsExactly("XA.01", "XB.010100");
        String both = approver.get(address).etag();
        assertThat(approver.post(address + "/publication", TO_PUBLIC)
                        .expect(200)
                        .etag())
                .isEqualTo(both);
    }
}
