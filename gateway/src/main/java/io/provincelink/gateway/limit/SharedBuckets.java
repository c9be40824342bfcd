package io.provincelink.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * In Redis, for several gateways together. While Redis cannot be asked each goes by its own count: a limit that is too generous for a
 * while is better than a door that is shut.
 */
final class SharedBuckets implements Buckets, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);

    /** How long the own count does after Redis did not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Keys stay for a little longer than a bucket takes to be full again. */
    private static final Duration MORE = Duration.ofSeconds(10);

    private final Buckets own;
    private final Duration patience;
    private final RedisClient client;
    private final RedisURI address;
    private volatile @Nullable CompletionStage<AsyncProxyManager<String>> shared;
    private volatile long notBefore = System.nanoTime();

    SharedBuckets(String address, Duration patience, Buckets own) {
        this.own = own;
        this.patience = patience;
        this.address = RedisURI.create(address);
        this.address.setTimeout(patience);
        this.client = RedisClient.create();
        // what cannot be sent at once fails at once
        this.client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    @Override
    public CompletionStage<ConsumptionProbe> take(String caller, Policy policy) {
        if (System.nanoTime() - notBefore < 0) {
            return own.take(caller, policy);
        }
        return connected()
                .thenCompose(redis -> redis.builder()
                        .build("provincelink:limit:" + caller, () -> CompletableFuture.completedFuture(policy.bucket()))
                        .tryConsumeAndReturnRemaining(1))
                .toCompletableFuture()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(thrown -> {
                    pause(thrown);
                    return own.take(caller, policy);
                });
    }

    private synchronized CompletionStage<AsyncProxyManager<String>> connected() {
        CompletionStage<AsyncProxyManager<String>> connection = shared;
        if (connection == null) {
            connection = client.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
                    .thenApply(SharedBuckets::buckets);
            shared = connection;
        }
        return connection;
    }

    private static AsyncProxyManager<String> buckets(StatefulRedisConnection<String, byte[]> connection) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MORE))
                .build()
                .asAsync();
    }

    private synchronized void pause(Throwable thrown) {
        if (System.nanoTime() - notBefore >= 0) {
            LOG.warnf("each gateway counts requests for itself for a while: %s", thrown.toString());
            notBefore = System.nanoTime() + PAUSE.toNanos();
        }
        // a connection that was made comes back by itself, one that never was is made anew
        if (shared != null && shared.toCompletableFuture().isCompletedExceptionally()) {
            shared = null;
        }
    }

    @Override
    public void close() {
        client.shutdown(0, 0, TimeUnit.SECONDS);
    }
}
