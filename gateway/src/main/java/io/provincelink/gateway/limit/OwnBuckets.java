package io.provincelink.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** In this gateway's own memory: a bucket of each caller that came lately, of a great many callers those that came last. */
final class OwnBuckets implements Buckets {

    private static final int MOST_CALLERS = 100_000;

    private final Cache<String, Bucket> buckets;

    /** @param longest the longest window: who did not come for so long has its whole quota again */
    OwnBuckets(Duration longest) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(longest)
                .build();
    }

    @Override
    public CompletionStage<ConsumptionProbe> take(String caller, Policy policy) {
        Bucket bucket = buckets.get(
                caller, first -> Bucket.builder().addLimit(policy.bandwidth()).build());
        return CompletableFuture.completedFuture(bucket.tryConsumeAndReturnRemaining(1));
    }
}
