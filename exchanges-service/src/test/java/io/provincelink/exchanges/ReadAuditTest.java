package io.provincelink.exchanges;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who read what is for the parties' eyes. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReadAuditTest {

    enum Sensitive {
        POLICE_DELEGATION(DELEGATIONS),
        JUSTICE_MEETING(MEETINGS),
        BORDER_POST_MECHANISM(MECHANISMS);

        final String path;

        Sensitive(String path) {
            this.path = path;
        }

        ObjectNode draft() {
            ObjectNode draft =
                    switch (this) {
                        case POLICE_DELEGATION -> Drafts.delegation("XA.01", "XB.010100", "2016-05-05", 7);
                        case JUSTICE_MEETING -> Drafts.meeting("XA.01", "XB.010100", "2016-05-05");
                        case BORDER_POST_MECHANISM -> Drafts.mechanism("XA.01", "XB.010100");
                    };
            if (this == BORDER_POST_MECHANISM) {
                draft.put("level", "BORDER_POST");
            } else {
                draft.putArray("fields").add(this == POLICE_DELEGATION ? "POLICE" : "JUSTICE");
            }
            return draft.put("visibility", "PARTIES");
        }
    }

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api other = anonymous.as("XB.010100", "reader");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private String created(Sensitive kind) {
        return String.valueOf(editor.post(kind.path, kind.draft()).expect(201).header("Location"));
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
        String address = created(kind);

        String etag = other.get(address).expect(200).etag();
        other.with("If-None-Match", etag).get(address).expect(304);
        editor.get(kind.path + "?limit=1").expect(200);

        assertThat(readings(approver, address))
                .isEqualTo(readings(otherApprover, address))
                .containsExactly("LIST XA.01", "RECORD XB.010100");
    }

    @ParameterizedTest
    @EnumSource
    void only_an_approver_of_exactly_a_party_sees_who_read_it(Sensitive kind) {
        String reads = created(kind) + "/reads";

        anonymous.get(reads).expect(401);
        editor.get(reads).expect(403);
        anonymous.bearing(Tokens.operator()).get(reads).expect(403);
        anonymous.as("XB.010000", "reader", "approver").get(reads).expect(403);
        anonymous.as("VN.15", "reader", "approver").get(reads).expect(404);
        approver.get(reads).expect(200);
    }

    @Test
    void a_harmless_delegation_is_read_unnoted() {
        String address = String.valueOf(editor.post(
                        DELEGATIONS,
                        Drafts.delegation("XA.01", "XB.010100", "2016-05-05", 7).put("visibility", "PARTIES"))
                .expect(201)
                .header("Location"));

        other.get(address).expect(200);

        assertThat(readings(approver, address)).isEmpty();
    }

    @Test
    void what_a_mechanism_of_border_posts_owes_is_noted_too() {
        String address = created(Sensitive.BORDER_POST_MECHANISM);

        other.get(address + "/compliance?period=2016/2020").expect(200);
        Api.unchecked()
                .as("XB.010100", "reader")
                .get("/api/v1/review-part?parties=XA.01,XB.010100&period=2016/2020")
                .expect(200);

        assertThat(readings(approver, address)).containsExactly("REVIEW XB.010100", "RECORD XB.010100");
    }
}
