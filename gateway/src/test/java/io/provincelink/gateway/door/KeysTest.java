package io.provincelink.gateway.door;

import static io.provincelink.gateway.door.WithIdentityServer.BETWEEN_READINGS;
import static io.provincelink.gateway.door.WithIdentityServer.FIRST;
import static io.provincelink.gateway.door.WithIdentityServer.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.IdentityServer.SigningKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(WithIdentityServer.class)
class KeysTest {

    /** Composed by the gateway alone; anybody reads it. */
    private static final String PATH = "/openapi";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger KEYS = new AtomicInteger();

    @BeforeEach
    void theServerIsUpAndTheFirstKeyIsKnown() {
        SERVER.start();
        SERVER.publish(FIRST);
        awaitStatus(200, FIRST);
        // it is known to be up again, so that a foreign key is called one
        awaitStatus(401, newKey(SignatureAlgorithm.RS256));
    }

    private static SigningKey newKey(SignatureAlgorithm algorithm) {
        return SigningKey.rsa("key " + KEYS.incrementAndGet(), algorithm);
    }

    private static Api.Answer with(SigningKey key) {
        return Api.unchecked().bearing(SERVER.token(key, "VN.08", "editor")).get(PATH);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"RS256", "RS512", "PS256", "PS384"})
    void a_new_key_is_good_at_once_whatever_asymmetric_algorithm_it_is_for(SignatureAlgorithm algorithm) {
        SigningKey added = newKey(algorithm);
        SERVER.publish(added);
        with(added).expect(200);
        with(FIRST).expect(200);
    }

    @Test
    void tokens_of_a_new_key_that_come_all_at_once_are_all_good() {
        SigningKey added = newKey(SignatureAlgorithm.RS256);
        SERVER.publish(added);
        assertThat(atOnce(20, added)).containsOnly(200);
    }

    private static List<Integer> atOnce(int callers, SigningKey key) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            IntStream.range(0, callers)
                    .forEach(each -> answers.add(
                            CompletableFuture.supplyAsync(() -> with(key).status(), threads)));
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_key_that_was_withdrawn_is_worth_nothing_soon_after_though_nobody_comes_with_a_new_one() {
        SigningKey old = newKey(SignatureAlgorithm.RS256);
        SERVER.publish(old);
        with(old).expect(200);
        SERVER.withdraw(old);
        awaitStatus(401, old);
        with(FIRST).expect(200);
    }

    @Test
    void a_key_that_the_server_never_published_is_bad_and_makes_it_no_work() {
        int before = SERVER.readings();
        SigningKey foreign = newKey(SignatureAlgorithm.RS256);
        long began = System.nanoTime();
        atOnce(40, foreign).forEach(status -> assertThat(status).isEqualTo(401));
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        // one in each interval, and the regular ones
        assertThat((long) SERVER.readings() - before)
                .isLessThanOrEqualTo(millis / BETWEEN_READINGS.toMillis() + millis / 1000 + 2);
    }

    @Test
    void a_foreign_key_under_a_known_name_is_bad() {
        SigningKey forged = new SigningKey(
                FIRST.id(),
                SignatureAlgorithm.ES256,
                SigningKey.ellipticCurve("").pair());
        assertThat(with(forged).expect(401).at("/type")).isEqualTo("urn:provincelink:problem:unauthenticated");
    }

    @Test
    void while_the_server_is_down_known_keys_and_public_reads_go_on_and_other_tokens_cannot_be_checked() {
        SERVER.stop();
        SigningKey unknown = newKey(SignatureAlgorithm.RS256);

        Api.unchecked().get(PATH).expect(200);
        with(FIRST).expect(200);
        Api.Answer first = with(unknown).expect(503);
        Api.Answer second = with(unknown).expect(503);

        for (Api.Answer answer : List.of(first, second)) {
            assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:token-not-checked");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
        // what is wrong in itself stays bad
        Api.unchecked().bearing("x.y.z").get(PATH).expect(401);
    }

    @Test
    void a_server_that_takes_the_question_and_never_answers_keeps_nobody_waiting_for_long() {
        SERVER.hang();
        try {
            with(newKey(SignatureAlgorithm.RS256)).expect(503);
            with(FIRST).expect(200);
        } finally {
            SERVER.stop();
        }
    }

    @Test
    void when_it_is_back_new_keys_are_good_again() {
        SERVER.stop();
        SigningKey added = newKey(SignatureAlgorithm.PS256);
        with(added).expect(503);
        SERVER.start();
        SERVER.publish(added);
        awaitStatus(200, added);
    }

    private static void awaitStatus(int status, SigningKey key) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int last = with(key).status();
        while (last != status && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(100));
            last = with(key).status();
        }
        assertThat(last).as(key.id()).isEqualTo(status);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
