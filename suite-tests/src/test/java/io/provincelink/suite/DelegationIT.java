package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A delegation from its proposal to the report, and who may not take part in that. */
@ExtendWith(CountedSuite.class)
class DelegationIT {

    private static final String DELEGATIONS = "/api/v1/delegations";
    private static final String REVIEW = "/api/v1/programmes/ha-giang-wenshan-2016-2020/review";
    private static final String DRAFT = """
            {"sending": "VN.02", "receiving": "CN.532600", "level": "PROVINCIAL", "size": 12,
             "purpose": {"en": "Visit made up for a test"}, "fields": ["HEALTH"],
             "period": {"from": "2019-05-06", "to": "2019-05-09"}}
            """;

    private final RunningSuite suite;

    DelegationIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void a_delegation_is_proposed_accepted_and_completed_and_the_review_counts_it() {
        JsonNode before = suite.get(REVIEW).expect(200).json();
        String haGiang = suite.token("ha-giang-editor");

        String delegation = suite.post(haGiang, DELEGATIONS, DRAFT).expect(201).header("Location");
        String transitions = delegation + "/transitions";
        suite.get(delegation).expect(404);
        suite.post(haGiang, transitions, "{\"to\": \"ACCEPTED\"}").expect(403);
        suite.post(suite.token("wenshan-approver"), transitions, "{\"to\": \"ACCEPTED\"}")
                .expect(200);
        suite.post(haGiang, transitions, "{\"to\": \"UNDER_WAY\"}").expect(200);
        suite.post(haGiang, transitions, "{\"to\": \"COMPLETED\", \"report\": {\"en\": \"All came back.\"}}")
                .expect(200);
        suite.post(haGiang, transitions, "{\"to\": \"CANCELLED\"}").expect(409);

        JsonNode after = suite.get(REVIEW).expect(200).json();
        assertThat(recorded(after, "delegations") - recorded(before, "delegations"))
                .isEqualTo(1);
        assertThat(recorded(after, "delegates") - recorded(before, "delegates")).isEqualTo(12);
        assertThat(published(after, "delegations")).isEqualTo(129);
        assertThat(published(after, "delegates")).isEqualTo(1506);
        refusals(suite);
    }

    /** The same write by those who may not. */
    private static void refusals(RunningSuite suite) {
        suite.post(null, DELEGATIONS, DRAFT).expect(401);
        assertThat(suite.post(suite.token("lao-cai-editor"), DELEGATIONS, DRAFT).status())
                .isIn(403, 404);
        suite.post(suite.token("ha-giang-reader"), DELEGATIONS, DRAFT).expect(403);
        suite.post(suite.token("admin"), DELEGATIONS, DRAFT).expect(403);
        String good = suite.token("ha-giang-editor");
        suite.post(unsigned(good), DELEGATIONS, DRAFT).expect(401);
        suite.post(foreignSigned(good), DELEGATIONS, DRAFT).expect(401);
        suite.post(good.substring(0, good.length() - 6) + "AAAAAA", DELEGATIONS, DRAFT)
                .expect(401);
        Instant now = Instant.now();
        suite.post(SuiteTokens.until(suite, good, now.minusSeconds(3600)), DELEGATIONS, DRAFT)
                .expect(401);
        // the same made the same way is taken while it is not over
        suite.post(SuiteTokens.until(suite, good, now.plusSeconds(3600)), DELEGATIONS, DRAFT)
                .expect(201);
    }

    private static long recorded(JsonNode review, String indicator) {
        return result(review, indicator).at("/recorded/figure/value").asLong();
    }

    private static long published(JsonNode review, String indicator) {
        return result(review, indicator).at("/published/0/figure/value").asLong();
    }

    private static JsonNode result(JsonNode review, String indicator) {
        for (JsonNode result : review.at("/results")) {
            if (result.at("/indicator").asText().equals(indicator)) {
                return result;
            }
        }
        throw new AssertionError("no " + indicator + " in " + review);
    }

    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }

    private static String foreignSigned(String token) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return SuiteTokens.signed(
                    SuiteTokens.payload(token), generator.generateKeyPair().getPrivate());
        } catch (NoSuchAlgorithmException cannotMakeKeys) {
            throw new IllegalStateException(cannotMakeKeys);
        }
    }
}
