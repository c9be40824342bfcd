package io.provincelink.gateway.webhook;

import static io.provincelink.gateway.webhook.Subscriber.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.OwnDatabase;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(OwnDatabase.class)
class WebhookResourceTest {

    private static final String URL = "http://127.0.0.1:9/hook";

    private final Subscriber subscriber = new Subscriber();
    private final Api editor = subscriber.editor;

    @BeforeEach
    void everythingIsUp() {
        subscriber.everythingIsUp();
    }

    @AfterEach
    void stop() {
        subscriber.stop();
    }

    @Test
    void aBodyWithoutEndIsCutOff() {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var seen = Wire.send("POST " + ALL + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + Tokens.of("VN.02", "reader", "editor") + "\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"url\": \"\r\n"
                + chunk.repeat(20) + "0\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
        assertThat(seen.text()).contains("urn:provincelink:problem:too-large");
    }

    @Test
    void aBodyOfUnknownLengthIsTakenAsAnyOther() {
        String body = "{\"url\": \"" + URL + "\"}";
        var seen = Wire.send("POST " + ALL + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + Tokens.of("VN.02", "reader", "editor") + "\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                + "\r\n0\r\n\r\n");
        assertThat(seen.status()).isEqualTo(201);
        assertThat(seen.text()).contains("whsec_");
    }

    @Test
    void isShownWithItsSecretOnceAndWithoutItLater() {
        var made = editor.post(ALL, """
                {"url": "%s", "types": ["PROGRAMME", "GATE"], "region": "VN.02", "description": {"vi": "Thử"}}""".formatted(URL)).expect(201);
        assertThat(made.at("/secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.header("Location")).isEqualTo(ALL + "/" + made.at("/id"));
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");

        var seen = editor.get(made.header("Location")).expect(200);
        assertThat(seen.etag()).isEqualTo(made.etag());
        assertThat(seen.json().has("secret")).isFalse();
        assertThat(seen.json().path("types").toString()).isEqualTo("[\"PROGRAMME\",\"GATE\"]");
        assertThat(seen.at("/unit")).isEqualTo("VN.02");
        assertThat(seen.at("/state")).isEqualTo("ACTIVE");
        assertThat(seen.at("/description/vi")).isEqualTo("Thử");
        editor.with("If-None-Match", seen.etag()).get(made.header("Location")).expect(304);
        JsonNode list = editor.get(ALL).expect(200).json().path("items");
        assertThat(list).hasSize(1);
        assertThat(list.toString()).doesNotContain("whsec_");
    }

    @Test
    void isChangedByWhoKnowsItsPresentVersion() {
        var hook = subscriber.register(URL, "");
        editor.patch(hook.address(), "{\"active\": false}").expect(428);
        var paused = editor.with("If-Match", editor.get(hook.address()).etag())
                .patch(hook.address(), "{\"active\": false, \"types\": [\"MEETING\"]}")
                .expect(200);
        assertThat(paused.at("/state")).isEqualTo("PAUSED");
        assertThat(paused.at("/types/0")).isEqualTo("MEETING");
        editor.with("If-Match", "\"1-a\"").patch(hook.address(), "{}").expect(412);
        editor.with("If-Match", "\"1-a\"").delete(hook.address()).expect(412);
        assertThat(editor.with("If-Match", "*")
                        .patch(hook.address(), "{\"url\": \"https://10.0.0.1/\"}")
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("target-not-public");
        editor.with("If-Match", paused.etag()).delete(hook.address()).expect(204);
        editor.get(hook.address()).expect(404);
    }

    @Test
    void isOfItsUnitAndOfWhoSucceededItAlone() {
        var hook = subscriber.register(URL, "");
        Api approver = Api.checked().as("VN.02", "approver");
        approver.get(hook.address()).expect(200);
        Api successor = Api.checked().as("VN.08", "editor");
        successor.get(hook.address()).expect(200);
        assertThat(successor.get(ALL).json().at("/items/0/id").asText()).isEqualTo(hook.id());
        for (Api other : List.of(
                Api.checked().as("CN.532600", "editor"),
                Api.checked().as("VN.15", "editor"),
                Api.checked().as("VN", "editor"))) {
            assertThat(other.get(ALL).expect(200).json().path("items")).isEmpty();
            other.get(hook.address()).expect(404);
            other.get(hook.address() + "/deliveries").expect(404);
            other.with("If-Match", "*").patch(hook.address(), "{}").expect(404);
            other.with("If-Match", "*").delete(hook.address()).expect(404);
            other.post(hook.address() + "/secret-rotations", "").expect(404);
            other.post(hook.address() + "/pings", "").expect(404);
            other.post(hook.address() + "/replays", "{\"since\":\"2026-11-01T00:00:00Z\"}")
                    .expect(404);
            other.post(hook.address() + "/deliveries/msg_1/attempts", "").expect(404);
        }
    }

    @Test
    void isForEditorsAndApproversOfAUnit() {
        var hook = subscriber.register(URL, "");
        for (String path : List.of(ALL, hook.address(), hook.address() + "/deliveries")) {
            Api.unchecked().get(path).expect(401);
            Api.unchecked().as("VN.02", "reader").get(path).expect(403);
            Api.unchecked().as("VN.02", "statistician").get(path).expect(403);
            Api.unchecked().bearing(Tokens.operator()).get(path).expect(403);
        }
        for (String path : List.of(
                ALL,
                hook.address() + "/secret-rotations",
                hook.address() + "/pings",
                hook.address() + "/replays",
                hook.address() + "/deliveries/msg_1/attempts")) {
            Api.unchecked().post(path, "{}").expect(401);
            Api.unchecked().as("VN.02", "reader").post(path, "{}").expect(403);
        }
        Api.unchecked().with("If-Match", "*").delete(hook.address()).expect(401);
        Api.unchecked()
                .as("VN.02", "reader")
                .with("If-Match", "*")
                .delete(hook.address())
                .expect(403);
        Api.unchecked()
                .as("VN.02", "reader")
                .with("If-Match", "*")
                .patch(hook.address(), "{}")
                .expect(403);
        String nobodys = Tokens.with(Map.of("roles", List.of("editor")));
        Api.unchecked().bearing(nobodys).post(ALL, "{\"url\": \"" + URL + "\"}").expect(403);
        editor.get(hook.address()).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | /url     | not-null",
                "{\"url\": \"x\"}                                       | /url     | target-not-https",
                "{\"url\": \"http://8.8.8.8/\"}                         | /url     | target-not-https",
                "{\"url\": \"https://10.0.0.1/\"}                       | /url     | target-not-public",
                "{\"url\": \"https://[::1]/\"}                          | /url     | target-not-public",
                "{\"url\": \"https://nowhere.example/\"}                | /url     | target-unknown",
                "{\"url\": \"https://a:b@partner.example/\"}            | /url     | target-malformed",
                "{\"url\": \"http://127.0.0.1:9/\", \"types\": [\"X\"]} | /types/0 | unknown-value",
                "{\"url\": \"http://127.0.0.1:9/\", \"types\": [null]}  | /types/0 | not-null",
                "{\"url\": \"http://127.0.0.1:9/\", \"region\": \"X\"}  | /region  | unknown-region",
                "{\"url\": \"http://127.0.0.1:9/\", \"secret\": \"X\"}  | /secret  | unknown-field",
            })
    void badInputIsNamed(String body, String pointer, String code) {
        var answer = editor.post(ALL, body).expect(400);
        assertThat(answer.at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/violations/0/code")).isEqualToIgnoringCase(code);
        assertThat(editor.get(ALL).json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/deliveries?status=LOST, ?status",
        "/deliveries?cursor=x, ?cursor",
        "/deliveries?limit=0, ?limit",
    })
    void aBadQuestionIsNamed(String question, String pointer) {
        var hook = subscriber.register(URL, "");
        assertThat(editor.get(hook.address() + question).expect(400).at("/violations/0/pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var hook = subscriber.register(URL, "");
        editor.get(ALL + "/x").expect(404);
        editor.get(ALL + "/0199a000-0000-7000-8000-000000000001").expect(404);
        editor.post(hook.address() + "/deliveries/msg_1/attempts", "").expect(404);
        assertThat(editor.post(hook.address() + "/replays", "{\"since\":\"2999-01-01T00:00:00Z\"}")
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("/since");
        assertThat(editor.post(hook.address() + "/replays", "{}").expect(400).at("/violations/0/pointer"))
                .isEqualTo("/since");
    }

    @Test
    void aUnitHasAsManyAsItMay() {
        for (int i = 0; i < 3; i++) {
            subscriber.register(URL, "");
        }
        var refused = editor.post(ALL, "{\"url\": \"" + URL + "\"}").expect(409);
        assertThat(refused.at("/type")).isEqualTo("urn:provincelink:problem:too-many-webhooks");
        assertThat(editor.get(ALL + "?limit=2").json().path("next").asText()).contains("cursor=");
    }

    @Test
    void theSameKeyGivesTheSameAnswer() {
        Api keyed = editor.with("Idempotency-Key", "key " + System.nanoTime());
        var first = keyed.post(ALL, "{\"url\": \"" + URL + "\"}").expect(201);
        var second = keyed.post(ALL, "{\"url\": \"" + URL + "\"}").expect(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.at("/secret")).startsWith("whsec_");
        keyed.post(ALL, "{\"url\": \"" + URL + "x\"}").expect(422);
        assertThat(editor.get(ALL).json().path("items")).hasSize(1);
        String rotations = ALL + "/" + first.at("/id") + "/secret-rotations";
        assertThat(keyed.post(rotations, "").expect(200).at("/secret"))
                .isEqualTo(keyed.post(rotations, "").expect(200).at("/secret"))
                .isNotEqualTo(first.at("/secret"));
    }

    @Test
    void withoutAServiceNobodyKnowsWhereToBegin() {
        subscriber.trade.stop();
        assertThat(editor.post(ALL, "{\"url\": \"" + URL + "\"}").expect(503).at("/type"))
                .isEqualTo("urn:provincelink:problem:unavailable");
    }

    @Test
    void withoutItsDatabaseTheGatewayDoesEverythingElse() {
        var hook = subscriber.register(URL, "");
        OwnDatabase.takeAway();
        try {
            var away = editor.with("Accept-Language", "vi").get(hook.address()).expect(503);
            assertThat(away.at("/type")).isEqualTo("urn:provincelink:problem:store-away");
            assertThat(away.header("Retry-After")).isEqualTo("5");
            editor.post(ALL, "{\"url\": \"" + URL + "\"}").expect(503);
            Api.checked().get("/api/v1/changes").expect(200);
            assertThat(Api.unchecked().get("/api/v1/gates").status()).isEqualTo(200);
        } finally {
            OwnDatabase.bringBack();
        }
        await().until(() -> editor.get(hook.address()).status() == 200);
    }
}
