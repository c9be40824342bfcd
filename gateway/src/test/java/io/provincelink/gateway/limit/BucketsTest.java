package io.provincelink.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.ConsumptionProbe;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Quotas as they are counted, each for himself and together in a real Redis. */
class BucketsTest {

    private static final Policy THREE = new Policy("client", 3, Duration.ofMinutes(1));
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void who_has_used_his_quota_is_told_when_there_is_more() {
        OwnBuckets buckets = new OwnBuckets(THREE.window());
        assertThat(takenOf(buckets, "one", 3)).isEqualTo(3);
        ConsumptionProbe refused = take(buckets, "one");
        assertThat(refused.isConsumed()).isFalse();
        // a third of a minute brings the next
        assertThat(Policy.seconds(refused.getNanosToWaitForRefill())).isBetween(19L, 20L);
        assertThat(THREE.left(refused)).matches("\"client\";r=0;t=(59|60)");
        assertThat(THREE.told()).isEqualTo("\"client\";q=3;w=60");
    }

    @Test
    void one_callers_quota_is_not_anothers() {
        OwnBuckets buckets = new OwnBuckets(THREE.window());
        takenOf(buckets, "one", 4);
        assertThat(take(buckets, "other").getRemainingTokens()).isEqualTo(2);
    }

    @Test
    void a_quota_fills_up_evenly() throws InterruptedException {
        OwnBuckets buckets = new OwnBuckets(Duration.ofMinutes(1));
        Policy quick = new Policy("client", 20, Duration.ofSeconds(1));
        IntStream.range(0, 20).forEach(i -> take(buckets, "one", quick));
        Thread.sleep(300);
        assertThat(take(buckets, "one", quick).isConsumed()).isTrue();
    }

    @Test
    void two_gateways_count_together_in_redis_and_each_for_itself_while_it_is_away() throws Exception {
        int port = freePort();
        RedisServer redis =
                RedisServer.newRedisServer().port(port).setting("save \"\"").build();
        redis.start();
        String address = "redis://127.0.0.1:" + port;
        try (SharedBuckets one = new SharedBuckets(address, PATIENCE, new OwnBuckets(THREE.window()));
                SharedBuckets other = new SharedBuckets(address, PATIENCE, new OwnBuckets(THREE.window()))) {
            assertThat(takenOf(one, "caller", 2)).isEqualTo(2);
            assertThat(takenOf(other, "caller", 2)).isEqualTo(1);
            assertThat(takenOf(one, "caller", 1)).isZero();

            redis.stop();
            assertThat(takenOf(one, "caller", 4)).isEqualTo(3);
            assertThat(takenOf(other, "caller", 4)).isEqualTo(3);
        } finally {
            redis.stop();
        }
    }

    @Test
    void a_redis_that_was_never_there_stops_nobody() {
        try (SharedBuckets buckets =
                new SharedBuckets("redis://127.0.0.1:1", PATIENCE, new OwnBuckets(THREE.window()))) {
            assertThat(takenOf(buckets, "caller", 4)).isEqualTo(3);
        }
    }

    private static long takenOf(Buckets buckets, String caller, int asked) {
        return IntStream.range(0, asked)
                .filter(i -> take(buckets, caller).isConsumed())
                .count();
    }

    private static ConsumptionProbe take(Buckets buckets, String caller) {
        return take(buckets, caller, THREE);
    }

    private static ConsumptionProbe take(Buckets buckets, String caller, Policy policy) {
        return buckets.take(caller, policy).toCompletableFuture().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
