package io.provincelink.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** There is one connection to each service, so nobody who waits can hold one. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LongPollTest {

    private static final String FEED = "/api/v1/changes";

    @Inject
    WaitingRoom room;

    private final FakeFeed agreements = new FakeFeed(1, FakeService.agreements());
    private final FakeFeed exchanges = new FakeFeed(2, FakeService.exchanges());
    private final FakeFeed trade = new FakeFeed(3, FakeService.trade());
    private final List<FakeFeed> all = List.of(agreements, exchanges, trade);

    @BeforeEach
    void everythingIsUp() {
        all.forEach(FakeFeed::start);
    }

    @AfterEach
    void stop() {
        all.forEach(FakeFeed::stop);
    }

    private static Socket waiting(String question) throws IOException {
        return Wire.begin("GET " + FEED + question + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    private static Socket waitingAs(String unit) throws IOException {
        return Wire.begin("GET " + FEED + "?wait=60s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + Tokens.of(unit, "reader") + "\r\n\r\n");
    }

    private static JsonNode answer(Socket socket) throws IOException {
        String body = Wire.rest(socket).body();
        return new ObjectMapper().readTree(body.substring(body.indexOf('{')));
    }

    private void looksAtTheServices(int times) {
        long before = trade.questions("/api/v1/change-head");
        await().until(() -> trade.questions("/api/v1/change-head") >= before + times);
    }

    @Test
    void answersAsSoonAsSomethingHappens() throws IOException {
        try (Socket socket = waiting("?wait=30s")) {
            await().until(() -> room.size() == 1);
            trade.happens("GATE", "08:00:00", "{}");
            assertThat(answer(socket).path("items").findValuesAsText("type")).containsExactly("GATE");
        }
        await().until(() -> room.size() == 0);
    }

    @Test
    void answersAtOnceWhereSomethingHasHappened() {
        trade.happens("GATE", "08:00:00", "{}");
        long begun = System.nanoTime();
        Api.checked().get(FEED + "?wait=PT30S").expect(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isEmptyWithTheSameCursorWhenThePatienceIsOver() {
        String cursor = Api.checked().get(FEED).expect(200).at("/nextCursor");
        JsonNode end =
                Api.checked().get(FEED + "?wait=1s&after=" + cursor).expect(200).json();
        assertThat(end.path("items")).isEmpty();
        assertThat(end.path("nextCursor").asText()).isEqualTo(cursor);
    }

    @Test
    void theServicesAreAskedForTheFeedAgainOnlyOnceSomethingHappened() throws IOException {
        try (Socket first = waiting("?wait=30s");
                Socket second = waiting("?wait=30s&types=MEETING")) {
            await().until(() -> room.size() == 2);
            looksAtTheServices(3);
            long asked = trade.questions("/api/v1/changes");
            long askedForMeetings = exchanges.questions("/api/v1/changes");
            looksAtTheServices(3);
            assertThat(trade.questions("/api/v1/changes")).isEqualTo(asked);
            assertThat(exchanges.questions("/api/v1/changes")).isEqualTo(askedForMeetings);
            trade.happens("GATE", "08:00:00", "{}");
            assertThat(answer(first).path("items")).hasSize(1);
            assertThat(exchanges.questions("/api/v1/changes")).isEqualTo(askedForMeetings + 1);
            assertThat(room.size()).isEqualTo(1);
            exchanges.happens("MEETING", "08:00:00", "{}");
            assertThat(answer(second).path("items")).hasSize(1);
        }
        await().until(() -> room.size() == 0);
        long quiet = trade.questions("/api/v1/change-head");
        Api.checked().get(FEED).expect(200);
        assertThat(trade.questions("/api/v1/change-head")).isBetween(quiet, quiet + 1);
    }

    @Test
    void whoMayNotSeeWhatHappenedGoesOnWaiting() throws IOException {
        try (Socket socket = waiting("?wait=2s&types=AGREEMENT")) {
            await().until(() -> room.size() == 1);
            agreements.happens("PROGRAMME", "08:00:00", "{}");
            await().until(() -> agreements.questions("/api/v1/changes") == 2);
            assertThat(room.size()).isEqualTo(1);
            assertThat(answer(socket).path("items")).isEmpty();
        }
    }

    @Test
    void aServiceThatComesBackWhileSomebodyWaitsIsAskedThen() throws IOException {
        trade.happens("GATE", "08:00:00", "{}");
        String cursor = Api.checked().get(FEED).expect(200).at("/nextCursor");
        trade.stop();
        try (Socket socket = waiting("?wait=30s&after=" + cursor)) {
            await().until(() -> room.size() == 1);
            trade.happens("GATE", "08:00:01", "{}");
            trade.start();
            assertThat(answer(socket).path("items")).hasSize(1);
        }
    }

    @Test
    void aClientThatHangsUpLeavesNothingBehind() throws IOException {
        try (Socket socket = waiting("?wait=60s")) {
            await().until(() -> room.size() == 1);
        }
        await().until(() -> room.size() == 0);
    }

    @Test
    void oneCallerLeavesPlacesToTheOthers() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                sockets.add(waiting("?wait=60s"));
            }
            await().until(() -> room.size() == 4);
            var refused = Api.unchecked().get(FEED + "?wait=1s").expect(429);
            assertThat(refused.at("/type")).isEqualTo("urn:provincelink:problem:waiting-already");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            Api.checked().as("VN.02", "reader").get(FEED + "?wait=1s").expect(200);
            sockets.remove(0).close();
            await().until(() -> room.size() == 3);
            Api.checked().get(FEED + "?wait=1s").expect(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().until(() -> room.size() == 0);
    }

    @Test
    void tooManyAreToldToComeAgain() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                sockets.add(waiting("?wait=60s"));
            }
            sockets.add(waitingAs("VN.02"));
            await().until(() -> room.size() == 5);
            var refused = Api.checked()
                    .as("VN.14", "reader")
                    .with("Accept-Language", "vi")
                    .get(FEED + "?wait=1s")
                    .expect(503);
            assertThat(refused.at("/type")).isEqualTo("urn:provincelink:problem:too-many-waiting");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            Api.checked().get(FEED).expect(200);
            trade.happens("GATE", "08:00:00", "{}");
            for (Socket socket : sockets) {
                assertThat(answer(socket).path("items")).hasSize(1);
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().until(() -> room.size() == 0);
    }
}
