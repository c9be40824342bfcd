package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The suite with a real identity server and the realm that comes with it. */
class KeycloakIT {

    private static final String TUYEN_QUANG = "partner-tuyen-quang";
    private static final String WENSHAN = "partner-wenshan";
    private static final String PRACTICES = "/api/v1/practices";

    private static Keycloak keycloak;
    private static RunningSuite suite;

    /** The suite does not wait for the identity server: both start at the same time, and the suite's port opens first or second. */
    @BeforeAll
    static void start() {
        keycloak = Keycloak.starting();
        try {
            suite = RunningSuite.withNewData(
                    "the suite with Keycloak",
                    List.of("--oidc", keycloak.realm()),
                    Map.of("PROVINCELINK_IDENTITY_KEYS_FOR", "2s", "PROVINCELINK_IDENTITY_ASK_AGAIN", "1s"));
            suite.get("/api/v1/agreements").expect(200);
            keycloak.awaitReady();
            awaitStatus(200, keycloak.asClient(TUYEN_QUANG).accessToken());
        } catch (RuntimeException | Error failed) {
            stop();
            throw failed;
        }
    }

    @AfterAll
    static void stop() {
        try {
            if (suite != null) {
                suite.close();
            }
        } finally {
            keycloak.close();
        }
    }

    private static String practice(String region) {
        return """
                {"title": {"en": "Piggy-bank clubs"}, "fields": ["POVERTY_REDUCTION"], "region": "%s", "offeredOn": "2025-09-01"}""".formatted(region);
    }

    private static String head(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static void awaitStatus(int status, String token) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (suite.getAs(token, PRACTICES).status() != status) {
            assertThat(System.nanoTime()).as("waiting for " + status).isLessThan(deadline);
            RunningSuite.pause(200);
        }
    }

    @Test
    void a_partner_system_writes_for_its_own_side_and_for_no_other() {
        Keycloak.Grant grant = keycloak.asClient(TUYEN_QUANG);
        assertThat(grant.claims().at("/region").asText()).isEqualTo("VN.08");
        assertThat(grant.claims().at("/aud").asText()).isEqualTo("provincelink");

        suite.post(grant.accessToken(), PRACTICES, practice("VN.08")).expect(201);
        var refused = suite.post(grant.accessToken(), PRACTICES, practice("CN.532600"));
        assertThat(refused.expect(403).json().at("/type").asText())
                .isEqualTo("urn:provincelink:problem:not-your-party");

        String other = keycloak.asClient(WENSHAN).accessToken();
        suite.post(other, PRACTICES, practice("CN.532600")).expect(201);
        suite.post(other, PRACTICES, practice("VN.08")).expect(403);
    }

    @Test
    void whoever_knows_the_address_alone_is_led_to_the_identity_server() {
        JsonNode metadata =
                suite.get("/.well-known/oauth-protected-resource").expect(200).json();

        assertThat(metadata.at("/authorization_servers/0").asText()).isEqualTo(keycloak.realm());
        assertThat(metadata.at("/resource").asText()).isEqualTo("http://127.0.0.1:" + suite.port());
        assertThat(metadata.at("/resource_documentation").asText())
                .isEqualTo("http://127.0.0.1:" + suite.port() + "/docs");
    }

    @Test
    void the_other_side_does_not_see_what_is_not_shown_to_it() {
        String own = keycloak.asClient(TUYEN_QUANG).accessToken();
        String address =
                suite.post(own, PRACTICES, practice("VN.08")).expect(201).header("Location");

        suite.getAs(own, address).expect(200);
        suite.getAs(keycloak.asClient(WENSHAN).accessToken(), address).expect(404);
        suite.get(address).expect(404);
    }

    @Test
    void the_gateway_itself_is_a_courier_of_no_region() {
        JsonNode claims = keycloak.asClient("provincelink-gateway").claims();
        assertThat(claims.at("/roles"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo("courier");
        assertThat(claims.has("region")).isFalse();
    }

    @Test
    void a_person_signs_in_at_the_page_and_stays_signed_in_by_refreshing() {
        keycloak.addPerson("lan", "a long enough secret", "VN.08", List.of("reader", "editor"));
        SignIn lan = new SignIn(keycloak);
        String page = lan.begin(Map.of()).body();
        assertThat(page).doesNotContain("/registration");

        String again = lan.fillIn(page, "lan", "not her secret").body();
        Keycloak.Grant grant = lan.redeem(SignIn.code(lan.fillIn(again, "lan", "a long enough secret")), lan.verifier);

        assertThat(grant.claims().at("/roles")).extracting(JsonNode::asText).contains("reader", "editor");
        suite.post(grant.accessToken(), PRACTICES, practice("VN.08")).expect(201);
        suite.post(grant.accessToken(), PRACTICES, practice("CN.532600")).expect(403);

        Keycloak.Grant later = lan.refresh(grant.refreshToken());
        suite.getAs(later.accessToken(), PRACTICES).expect(200);
        // whoever stole the first one comes too late
        assertThat(lan.refresh(grant.refreshToken()).status()).isEqualTo(400);
        // and it is no token for the suite
        suite.getAs(later.refreshToken(), PRACTICES).expect(401);
    }

    @Test
    void a_code_is_worth_nothing_without_the_proof_and_is_not_sent_elsewhere() {
        keycloak.addPerson("minh", "another long secret", "VN.08", List.of("reader"));
        SignIn minh = new SignIn(keycloak);
        String code = SignIn.code(minh.fillIn(minh.begin(Map.of()).body(), "minh", "another long secret"));

        assertThat(minh.redeem(code, "somebody-elses-proof-that-is-long-enough-for-the-standard")
                        .status())
                .isEqualTo(400);

        assertThat(minh.begin(Map.of("redirect_uri", "http://localhost:8080/docs/oauth2-redirect.html/../other"))
                        .statusCode())
                .isEqualTo(400);
        for (Map<String, String> weaker : List.of(
                Map.of("code_challenge", "", "code_challenge_method", ""),
                Map.of("code_challenge", minh.verifier, "code_challenge_method", "plain"))) {
            assertThat(minh.begin(weaker).headers().firstValue("Location").orElse(""))
                    .contains("error=invalid_request")
                    .doesNotContain("code=");
        }
        assertThat(keycloak.grant(Map.of(
                                "grant_type", "password",
                                "client_id", SignIn.CLIENT,
                                "username", "minh",
                                "password", "another long secret"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void each_client_has_a_secret_of_this_installation_alone() {
        assertThat(RunningSuite.read(Keycloak.REALM)).doesNotContain("\"secret\"", "\"privateKey\"");
        assertThat(keycloak.secretOf(TUYEN_QUANG)).hasSizeGreaterThan(20).isNotEqualTo(keycloak.secretOf(WENSHAN));
    }

    @Test
    void people_do_not_change_for_whom_they_act() {
        for (JsonNode attribute : keycloak.admin("GET", "/users/profile", null).at("/attributes")) {
            if (List.of("region", "body").contains(attribute.at("/name").asText())) {
                List<String> editors = new ArrayList<>();
                attribute.at("/permissions/edit").forEach(editor -> editors.add(editor.asText()));
                assertThat(editors).as(attribute.toString()).containsExactly("admin");
            }
        }
    }

    @Test
    void a_realms_key_is_replaced_while_the_suite_runs() {
        String old = keycloak.asClient(TUYEN_QUANG).accessToken();
        suite.getAs(old, PRACTICES).expect(200);

        keycloak.addKey();
        Keycloak.Grant grant = keycloak.asClient(TUYEN_QUANG);
        assertThat(head(grant.accessToken())).as("named another key").isNotEqualTo(head(old));
        suite.post(grant.accessToken(), PRACTICES, practice("VN.08")).expect(201);
        suite.getAs(old, PRACTICES).expect(200);

        keycloak.removeOldKey();
        awaitStatus(401, old);
        suite.getAs(grant.accessToken(), PRACTICES).expect(200);
    }
}
