package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A write is done once, whichever of two instances of a service is asked, and also where one is killed. */
@ExtendWith(SharedSuite.class)
class TwoInstancesIT {

    private static final String DONATIONS = "/api/v1/donations";

    private final RunningSuite suite;
    private final String token;

    TwoInstancesIT(RunningSuite suite) {
        this.suite = suite;
        this.token = SuiteTokens.of(suite, "VN.04", "reader", "editor");
    }

    /** A record without a code of its own: only the key keeps it from being there twice. */
    private static String donation(String mark) {
        return """
                {"parties": ["VN.04", "CN.451400"], "donors": [{"vi": "Cao Bằng"}], "on": {"from": "2021-02-10", "to": "2021-02-20"},
                 "items": [{"what": {"en": "Masks"}, "figure": {"value": 500, "qualifier": "EXACT", "unit": "piece"}}],
                 "externalIds": [{"system": "two-instances", "id": "%s"}]}
                """.formatted(mark);
    }

    private HttpRequest post(String url, String key, String body) {
        return HttpRequest.newBuilder(URI.create(url + DONATIONS))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** What must be the same each time. */
    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("") + " "
                + answer.headers().firstValue("ETag").orElse("") + " " + answer.body();
    }

    private int recorded(String mark) {
        return suite.getAs(token, DONATIONS + "?externalId=two-instances:" + mark)
                .expect(200)
                .json()
                .at("/items")
                .size();
    }

    @Test
    void one_key_makes_one_record_on_both_and_after_a_kill() {
        try (ServiceInstance one = new ServiceInstance(suite, "one");
                ServiceInstance other = new ServiceInstance(suite, "other");
                LoneGateway gateway = gateway(one, other)) {
            one.awaitReady();
            other.awaitReady();

            String first = atOnceAndInTurns(one, other, gateway);
            anotherBodyIsRefused(one, other, gateway);

            one.kill();
            assertThat(said(other.send(post(other.url(), "first", donation("first")))
                            .join()))
                    .isEqualTo(first);
            one.startAgain();
            assertThat(said(one.send(post(one.url(), "first", donation("first")))
                            .join()))
                    .isEqualTo(first);
            assertThat(recorded("first")).isEqualTo(1);

            whatWasCutOffIsDoneOnce(one, other);
        }
    }

    private LoneGateway gateway(ServiceInstance one, ServiceInstance other) {
        Map<String, String> settings = new HashMap<>(ServiceInstance.trust(suite));
        settings.put("PROVINCELINK_GATEWAY_AGREEMENTS_URL", one.url() + "," + other.url());
        return new LoneGateway("two real instances", settings);
    }

    private String atOnceAndInTurns(ServiceInstance one, ServiceInstance other, LoneGateway gateway) {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> {
            asked.add(one.send(post(one.url(), "first", donation("first"))));
            asked.add(other.send(post(other.url(), "first", donation("first"))));
            asked.add(one.send(post(gateway.url(), "first", donation("first"))));
        });
        List<String> answers = new ArrayList<>(asked.stream()
                .map(CompletableFuture::join)
                .map(TwoInstancesIT::said)
                .toList());
        for (String url : List.of(one.url(), other.url(), gateway.url(), gateway.url())) {
            answers.add(said(one.send(post(url, "first", donation("first"))).join()));
        }

        assertThat(answers).allMatch(answer -> answer.startsWith("201 " + DONATIONS + "/"));
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(recorded("first")).isEqualTo(1);
        return answers.get(0);
    }

    private void anotherBodyIsRefused(ServiceInstance one, ServiceInstance other, LoneGateway gateway) {
        for (String url : List.of(one.url(), other.url(), gateway.url())) {
            HttpResponse<String> refused =
                    one.send(post(url, "first", donation("changed"))).join();
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains("urn:provincelink:problem:key-reused");
        }
        assertThat(recorded("changed")).isZero();
    }

    /** Whether the killed one had written it or not, whoever asks the other one has it, and once. */
    private void whatWasCutOffIsDoneOnce(ServiceInstance one, ServiceInstance other) {
        List<CompletableFuture<HttpResponse<String>>> cutOff = IntStream.range(0, 10)
                .mapToObj(i -> one.send(post(one.url(), "cut-" + i, donation("cut-" + i))))
                .toList();
        CompletableFuture.anyOf(cutOff.toArray(CompletableFuture[]::new)).join();
        one.kill();

        for (int i = 0; i < cutOff.size(); i++) {
            String again = said(other.send(post(other.url(), "cut-" + i, donation("cut-" + i)))
                    .join());
            assertThat(again).startsWith("201 ");
            assertThat(recorded("cut-" + i)).isEqualTo(1);
            acknowledged(cutOff.get(i)).ifPresent(told -> assertThat(told).isEqualTo(again));
        }
    }

    private static Optional<String> acknowledged(CompletableFuture<HttpResponse<String>> asked) {
        try {
            return Optional.of(said(asked.join()));
        } catch (CompletionException cutOff) {
            return Optional.empty();
        }
    }
}
