package io.provincelink.gateway.webhook;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.feed.FakeFeed;
import io.provincelink.testing.Api;
import java.util.List;

/** An editor of a unit with webhooks, and the services that have something to tell. */
final class Subscriber {

    static final String ALL = "/api/v1/webhooks";

    final Api editor = Api.checked().as("VN.02", "reader", "editor");
    final FakeFeed agreements = new FakeFeed(1, FakeService.agreements());
    final FakeFeed exchanges = new FakeFeed(2, FakeService.exchanges());
    final FakeFeed trade = new FakeFeed(3, FakeService.trade());
    private final List<FakeFeed> feeds = List.of(agreements, exchanges, trade);

    /** A webhook as its owner knows it. */
    record Hook(String id, String secret) {

        String address() {
            return ALL + "/" + id;
        }
    }

    void everythingIsUp() {
        feeds.forEach(FakeFeed::start);
        await().until(() -> editor.get(ALL).status() == 200);
    }

    /** Leaves no webhook behind. */
    void stop() {
        for (Api owner : List.of(editor, Api.checked().as("CN.532600", "editor"))) {
            owner.get(ALL + "?limit=200").json().path("items").forEach(hook -> owner.with("If-Match", "*")
                    .delete(ALL + "/" + hook.path("id").asText())
                    .expect(204));
        }
        feeds.forEach(FakeFeed::stop);
    }

    Hook register(String url, String more) {
        var answer = editor.post(ALL, "{\"url\": \"" + url + "\"" + more + "}").expect(201);
        return new Hook(answer.at("/id"), answer.at("/secret"));
    }

    Hook register(Receiver receiver) {
        return register(receiver.url(), "");
    }

    JsonNode view(Hook hook) {
        return editor.get(hook.address()).expect(200).json();
    }

    /** The log, the newest first. */
    JsonNode log(Hook hook) {
        return editor.get(hook.address() + "/deliveries").expect(200).json().path("items");
    }
}
