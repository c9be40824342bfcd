package io.provincelink.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.OwnDatabase;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.feed.FakeFeed;
import io.provincelink.testing.Api;
import io.provincelink.testing.LogLines;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must never stand in the gateway's log, whatever happens to the request that it came with. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(OwnDatabase.class)
class SilentLogTest {

    private static final String WORDS = "telltale-search-words";
    private static final String KEY = "telltale-idempotency-key";
    private static final String NAME = "Telltale Person";
    private static final String CALENDAR = "telltalecalendaraddress0000000000000000000A";
    private static final String USER = "telltale-user";
    private static final String PARAMETER = "telltale-parameter";
    private static final String SUBJECT = "telltale-subject";

    private final List<FakeFeed> feeds = List.of(
            new FakeFeed(1, FakeService.agreements()),
            new FakeFeed(2, FakeService.exchanges()),
            new FakeFeed(3, FakeService.trade()));
    private final String token = Tokens.with(Map.of(
            "sub", SUBJECT, "preferred_username", SUBJECT, "region", "VN.02", "roles", List.of("reader", "editor")));
    private final Api editor = Api.unchecked().bearing(token).with("Idempotency-Key", KEY);

    @BeforeEach
    void start() {
        feeds.forEach(FakeFeed::start);
        await().until(() -> editor.get("/api/v1/webhooks").status() == 200);
    }

    @AfterEach
    void stop() {
        feeds.forEach(FakeFeed::stop);
    }

    /** Once while the services answer, once while they do not. */
    private void askForEverything() {
        editor.get("/api/v1/search?q=" + WORDS);
        editor.get("/api/v1/gates?q=" + WORDS);
        editor.get("/api/v1/changes?after=" + WORDS);
        editor.get("/api/v1/programmes/x/review?q=" + WORDS);
        editor.post("/api/v1/delegations?q=" + WORDS, "{\"members\": [{\"name\": \"" + NAME + "\"}]}");
        editor.get("/api/v1/calendar-feeds/" + CALENDAR + "/calendar.ics");
        editor.delete("/api/v1/calendar-feeds/" + CALENDAR);
        Api.unchecked().bearing(token + "x").get("/api/v1/gates?q=" + WORDS).expect(401);
        Api.unchecked().get("/breakdown?q=" + WORDS).expect(500);
        editor.post("/api/v1/webhooks", "{\"url\": \"https://" + USER + ":x@partner.example/?key=" + PARAMETER + "\"}")
                .expect(400);
        editor.post("/api/v1/webhooks", "{\"url\": 7, \"" + NAME + "\": \"" + NAME + "\"}")
                .expect(400);
        editor.post("/api/v1/webhooks", "{\"description\": \"" + NAME).expect(400);
    }

    @Test
    void tells_nothing_of_what_people_sent() {
        try (LogLines log = LogLines.open()) {
            var made = editor.post("/api/v1/webhooks", "{\"url\": \"http://127.0.0.1:9/hook?key=" + PARAMETER + "\"}")
                    .expect(201);
            String secret = made.at("/secret");
            String hook = "/api/v1/webhooks/" + made.at("/id");
            editor.post(hook + "/pings", "").expect(202);
            await().until(() -> editor.get(hook + "/deliveries")
                            .json()
                            .at("/items/0/attempts")
                            .size()
                    > 0);
            askForEverything();
            feeds.forEach(FakeFeed::stop);
            askForEverything();
            OwnDatabase.takeAway();
            try {
                editor.get(hook).expect(503);
                askForEverything();
            } finally {
                OwnDatabase.bringBack();
            }
            await().until(() -> editor.get(hook).status() == 200);
            editor.with("If-Match", "*").delete(hook).expect(204);

            assertThat(log.with("unforeseen failure of /breakdown")).isNotEmpty();
            assertThat(log.with("io.provincelink.audit")).isNotEmpty();
            assertThat(log.with("trade-service: Connection refused")).isNotEmpty();
            for (String mark :
                    List.of(WORDS, KEY, NAME, CALENDAR, USER, PARAMETER, SUBJECT, secret, token.split("\\.")[2])) {
                assertThat(log.with(mark)).as(mark).isEmpty();
            }
        }
    }
}
