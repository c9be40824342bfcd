package io.provincelink.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.provincelink.gateway.OwnDatabase;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.store.Store;
import io.provincelink.gateway.webhook.Subscriber.Hook;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What receivers get, and when; read as the authors of the two standards read it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(OwnDatabase.class)
class WebhookDeliveryTest {

    @Inject
    Store store;

    private final Subscriber subscriber = new Subscriber();
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void everythingIsUp() {
        subscriber.everythingIsUp();
    }

    @AfterEach
    void stop() {
        subscriber.stop();
        receiver.close();
    }

    private void somethingHappens(String at) {
        subscriber.trade.happens("TRADE_FIGURE", at, "{}");
    }

    private static List<String> ids(Receiver receiver) {
        return receiver.taken().stream()
                .map(taken -> taken.headers().get("webhook-id"))
                .toList();
    }

    private String status(Hook hook) {
        JsonNode log = subscriber.log(hook);
        return log.isEmpty() ? "" : log.at("/0/status").asText();
    }

    @Test
    void aChangeArrivesSignedAsAnEvent() throws WebhookVerificationException {
        somethingHappens("07:00:00");
        Hook hook = subscriber.register(receiver);
        subscriber.agreements.happens("PROGRAMME", "08:00:00", "{\"secret\": 1}");
        await().until(() -> receiver.taken().size() == 1);
        var taken = receiver.taken().get(0).verifiedWith(hook.secret());
        assertThat(taken.headers().get("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(taken.path()).isEqualTo("/hook");
        var event = taken.event();
        assertThat(event.getId()).isEqualTo(taken.headers().get("webhook-id"));
        assertThat(event.getType()).isEqualTo("io.provincelink.programme.created");
        assertThat(event.getSource()).hasToString("urn:provincelink");
        assertThat(event.getTime().toInstant()).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
        JsonNode data = taken.json().path("data");
        assertThat(data.path("href").asText()).isEqualTo("/api/v1/programmes/" + event.getSubject());
        assertThat(data.properties())
                .extracting(each -> each.getKey())
                .containsExactly("op", "type", "id", "version", "at", "href");
        assertThat(subscriber.agreements.asked)
                .anyMatch(line -> line.startsWith("/api/v1/changes?") && line.endsWith(" VN.02"));
        assertThat(subscriber.log(hook).at("/0/attempts/0/status").asInt()).isEqualTo(204);
    }

    @Test
    void onlyWhatIsWantedArrives() {
        subscriber.register(receiver.url(), ", \"types\": [\"MEETING\"], \"region\": \"VN.02\"");
        subscriber.trade.happens("GATE", "08:00:00", "{}");
        subscriber.exchanges.happens("MEETING", "08:00:01", "{}");
        await().until(() -> receiver.taken().size() == 1);
        assertThat(receiver.taken().get(0).event().getType()).isEqualTo("io.provincelink.meeting.created");
        assertThat(subscriber.exchanges.asked)
                .anyMatch(line -> line.contains("types=MEETING&region=VN.02") || line.contains("region=VN.02"));
    }

    @Test
    void aReceiverThatFailsIsTriedAgain() {
        receiver.answering(500, 302, 429);
        Hook hook = subscriber.register(receiver);
        somethingHappens("08:00:00");
        await().until(() -> status(hook).equals("DELIVERED"));
        assertThat(subscriber.log(hook).at("/0/attempts").findValuesAsText("status"))
                .containsExactly("500", "302", "429", "204");
        assertThat(receiver.all)
                .extracting(Receiver.Taken::path)
                .as("no redirect is followed")
                .containsOnly("/hook");
        assertThat(ids(receiver)).hasSize(1);
        assertThat(subscriber.view(hook).has("failingSince")).isFalse();
    }

    @Test
    void aReceiverIsLeftAloneForAsLongAsItAsks() {
        receiver.answering(429).askingForRest("3");
        Hook hook = subscriber.register(receiver);
        somethingHappens("08:00:00");
        await().until(() -> receiver.all.size() == 1);
        somethingHappens("08:00:01");
        await().until(() -> receiver.taken().size() == 2);
        JsonNode attempts = subscriber.log(hook).at("/1/attempts");
        assertThat(attempts.at("/0/retryAfterSeconds").asInt()).isEqualTo(3);
        assertThat(attempts.at("/1/retryAfterSeconds").isMissingNode()).isTrue();
        Instant asked = Instant.parse(attempts.at("/0/at").asText());
        assertThat(subscriber.log(hook).findValuesAsText("at"))
                .extracting(Instant::parse)
                .filteredOn(at -> at.isAfter(asked))
                .as("neither this message nor the next one")
                .hasSize(2)
                .allMatch(at -> !at.isBefore(asked.plusSeconds(3)));
        assertThat(subscriber.view(hook).has("failingSince")).isFalse();
    }

    @Test
    void aReceiverThatWasDownMissesNothing() {
        Hook hook = subscriber.register(receiver);
        receiver.goDown();
        for (int i = 10; i < 40; i++) {
            somethingHappens("08:00:" + i);
        }
        await().until(() -> subscriber.view(hook).has("failingSince"));
        somethingHappens("08:01:00");
        receiver.comeUp();
        await().until(() -> receiver.taken().size() >= 31);
        assertThat(Set.copyOf(ids(receiver))).hasSize(31);
        await().until(() -> !subscriber.view(hook).has("failingSince"));
    }

    @Test
    void whatIsGivenUpCanBeSentByHand() {
        receiver.answeringAlways(500);
        Hook hook = subscriber.register(receiver);
        somethingHappens("08:00:00");
        await().until(() -> status(hook).equals("DEAD"));
        JsonNode dead = subscriber
                .editor
                .get(hook.address() + "/deliveries?status=DEAD")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(dead.has("nextAttemptAt")).isFalse();
        assertThat(dead.path("attempts").size()).isBetween(4, 20);
        receiver.answeringAlways(204);
        subscriber
                .editor
                .post(hook.address() + "/deliveries/" + dead.path("id").asText() + "/attempts", "")
                .expect(202);
        await().until(() -> status(hook).equals("DELIVERED"));
        assertThat(subscriber
                        .editor
                        .get(hook.address() + "/deliveries?status=DEAD")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aReceiverThatIsGoneGetsNothingMoreUntilItsOwnerSaysSo() {
        receiver.answering(410);
        Hook hook = subscriber.register(receiver);
        somethingHappens("08:00:00");
        await().until(() -> subscriber.view(hook).path("state").asText().equals("DISABLED"));
        assertThat(status(hook)).isEqualTo("DEAD");
        subscriber
                .editor
                .with("If-Match", "*")
                .patch(hook.address(), "{\"description\": {\"en\": \"Being looked at\"}}")
                .expect(200);
        assertThat(subscriber.view(hook).path("state").asText())
                .as("why it is off")
                .isEqualTo("DISABLED");
        somethingHappens("08:00:01");
        subscriber
                .editor
                .with("If-Match", "*")
                .patch(hook.address(), "{\"active\": true}")
                .expect(200);
        await().until(() -> receiver.taken().size() == 1);
        assertThat(receiver.all).hasSize(2);
    }

    @Test
    void whatTheOldAddressAnswersIsNotHeldAgainstTheNewOne() {
        try (Receiver next = new Receiver()) {
            receiver.answeringAlways(410).holding();
            Hook hook = subscriber.register(receiver);
            somethingHappens("08:00:00");
            await().until(() -> receiver.all.size() == 1);
            subscriber
                    .editor
                    .with("If-Match", "*")
                    .patch(hook.address(), "{\"url\": \"" + next.url() + "\"}")
                    .expect(200);
            receiver.letGo();
            await().until(() -> status(hook).equals("DEAD"));
            somethingHappens("08:00:01");
            await().until(() -> next.taken().size() == 1);
            assertThat(subscriber.view(hook).path("state").asText()).isEqualTo("ACTIVE");
        }
    }

    @Test
    void aSecretThatCannotBeReadHoldsUpNobodyElse() {
        Hook broken = subscriber.register(receiver.url() + "/broken", "");
        store.transaction(connection -> {
            try (var statement =
                    connection.prepareStatement("update webhook set secret = sha256(secret) where id = ?::uuid")) {
                statement.setString(1, broken.id());
                return statement.executeUpdate();
            }
        });
        Hook hook = subscriber.register(receiver);
        somethingHappens("08:00:00");
        await().until(() -> receiver.taken().size() == 1);
        assertThat(status(hook)).isEqualTo("DELIVERED");
        assertThat(status(broken)).isEqualTo("PENDING");
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() {
        try (Receiver slow = new Receiver().hanging()) {
            Hook stuck = subscriber.register(slow);
            Hook hook = subscriber.register(receiver);
            for (int i = 10; i < 30; i++) {
                somethingHappens("08:00:" + i);
            }
            await().until(() -> receiver.taken().size() == 20);
            assertThat(slow.all.size()).isLessThanOrEqualTo(8);
            await().until(() -> subscriber.view(stuck).has("failingSince"));
            assertThat(subscriber.log(stuck).toString()).contains("timeout");
            assertThat(status(hook)).isEqualTo("DELIVERED");
        }
    }

    @Test
    void anOldSecretSignsBesideTheNewOne() throws WebhookVerificationException {
        Hook hook = subscriber.register(receiver);
        var rotated =
                subscriber.editor.post(hook.address() + "/secret-rotations", "").expect(200);
        assertThat(rotated.json().has("previousSecretUntil")).isTrue();
        somethingHappens("08:00:00");
        await().until(() -> receiver.taken().size() == 1);
        receiver.taken().get(0).verifiedWith(hook.secret()).verifiedWith(rotated.at("/secret"));
        subscriber.editor.post(hook.address() + "/secret-rotations", "").expect(200);
        somethingHappens("08:00:01");
        await().until(() -> receiver.taken().size() == 2);
        assertThat(catchThrowable(() -> receiver.taken().get(1).verifiedWith(hook.secret())))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aReplaySendsWhatHappenedSinceWithTheSameIds() {
        Hook hook = subscriber.register(receiver);
        for (int i = 10; i < 14; i++) {
            somethingHappens("08:00:" + i);
        }
        await().until(() -> receiver.taken().size() == 4);
        subscriber
                .editor
                .post(hook.address() + "/replays", "{\"since\": \"2026-11-30T08:00:12Z\"}")
                .expect(202);
        await().until(() -> receiver.taken().size() == 6);
        List<String> times = receiver.taken().stream()
                .map(taken -> taken.json().path("time").asText())
                .toList();
        assertThat(times.subList(4, 6)).containsExactlyInAnyOrder("2026-11-30T08:00:12Z", "2026-11-30T08:00:13Z");
        assertThat(ids(receiver).stream().collect(Collectors.toSet())).hasSize(4);
    }

    @Test
    void whatIsWantedAnewWhileItIsOnItsWayIsSentOnceMore() {
        receiver.holding();
        Hook hook = subscriber.register(receiver);
        somethingHappens("08:00:00");
        await().until(() -> receiver.all.size() == 1);
        String id = subscriber.log(hook).at("/0/id").asText();
        subscriber
                .editor
                .post(hook.address() + "/deliveries/" + id + "/attempts", "")
                .expect(202);
        receiver.letGo();
        await().until(() -> receiver.all.size() == 2);
        await().until(() -> status(hook).equals("DELIVERED"));
        assertThat(ids(receiver)).containsExactly(id, id);
    }

    @Test
    void aPingTriesTheReceiverOut() throws WebhookVerificationException {
        Hook hook = subscriber.register(receiver);
        var ping = subscriber.editor.post(hook.address() + "/pings", "").expect(202);
        await().until(() -> receiver.taken().size() == 1);
        var taken = receiver.taken().get(0).verifiedWith(hook.secret());
        assertThat(taken.event().getType()).isEqualTo("io.provincelink.ping");
        assertThat(taken.event().getId()).isEqualTo(ping.at("/id"));
    }

    @Test
    void aNameThatLeadsElsewhereByNowIsNotFollowed() {
        Names.lead("rebound.example", "127.0.0.1");
        Hook hook = subscriber.register("http://rebound.example:" + receiver.port() + "/hook", "");
        somethingHappens("08:00:00");
        await().until(() -> receiver.taken().size() == 1);
        assertThat(receiver.taken().get(0).headers().get("Host")).isEqualTo("rebound.example:" + receiver.port());
        Names.lead("rebound.example", "127.0.0.2");
        somethingHappens("08:00:01");
        await().until(() -> subscriber.log(hook).toString().contains("target-not-public"));
        assertThat(receiver.all).hasSize(1);
    }

    @Test
    void whatHappensWhileNothingIsSentIsSentAfterwards() {
        Hook hook = subscriber.register(receiver);
        Api owner = subscriber.editor.with("If-Match", "*");
        owner.patch(hook.address(), "{\"active\": false}").expect(200);
        somethingHappens("08:00:00");
        subscriber.trade.stop();
        somethingHappens("08:00:01");
        owner.patch(hook.address(), "{\"active\": true}").expect(200);
        subscriber.trade.start();
        await().until(() -> receiver.taken().size() == 2);
        assertThat(Set.copyOf(ids(receiver))).hasSize(2);
    }

    @Test
    void aDatabaseThatWasAwayLosesNothing() {
        Hook hook = subscriber.register(receiver);
        OwnDatabase.takeAway();
        try {
            somethingHappens("08:00:00");
            assertThat(subscriber.editor.get(hook.address()).status()).isEqualTo(503);
        } finally {
            OwnDatabase.bringBack();
        }
        await().until(() -> receiver.taken().size() == 1);
    }
}
