package io.provincelink.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Every request costs its caller one of its quota; without one it is refused, whatever it asks for. */
@Singleton
public class Limits {

    private static final String POLICY = "RateLimit-Policy";
    private static final String LEFT = "RateLimit";

    private final Vertx vertx;
    private final Policy client;
    private final Policy anonymous;
    private final Buckets buckets;
    private final Counter refused;

    public Limits(Vertx vertx, LimitSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.client = Policy.of("client", settings.client());
        this.anonymous = Policy.of("address", settings.anonymous());
        Duration longest = client.window().compareTo(anonymous.window()) > 0 ? client.window() : anonymous.window();
        OwnBuckets own = new OwnBuckets(longest);
        this.buckets = settings.redis()
                .<Buckets>map(address -> new SharedBuckets(address, settings.redisPatience(), own))
                .orElse(own);
        this.refused = Counter.builder("provincelink.gateway.refused")
                .description("Requests beyond their caller's quota")
                .register(metrics);
    }

    /** A request whose token was checked. */
    public void admit(RoutingContext context, Runnable goOn, Consumer<ProblemException> refuse) {
        String caller = Callers.client(context);
        if (caller == null) {
            admitAddress(context.request(), goOn, refuse);
        } else {
            admit(context.request(), caller, client, goOn, refuse);
        }
    }

    /** A request without a token, or with one that is none: guessing has its price too. */
    public void admitAddress(HttpServerRequest request, Runnable goOn, Consumer<ProblemException> refuse) {
        admit(request, Callers.address(request), anonymous, goOn, refuse);
    }

    private void admit(
            HttpServerRequest request, String caller, Policy policy, Runnable goOn, Consumer<ProblemException> refuse) {
        CompletionStage<ConsumptionProbe> asked = buckets.take(caller, policy);
        Consumer<ConsumptionProbe> decide = probe -> decide(request.response(), policy, probe, goOn, refuse);
        ConsumptionProbe now = asked.toCompletableFuture().isDone()
                ? asked.toCompletableFuture().join()
                : null;
        if (now != null) {
            decide.accept(now);
            return;
        }
        Context here = vertx.getOrCreateContext();
        request.pause();
        asked.thenAccept(probe -> here.runOnContext(back -> {
            request.resume();
            decide.accept(probe);
        }));
    }

    private void decide(
            HttpServerResponse response,
            Policy policy,
            ConsumptionProbe probe,
            Runnable goOn,
            Consumer<ProblemException> refuse) {
        if (response.closed()) {
            return;
        }
        response.putHeader(POLICY, policy.told()).putHeader(LEFT, policy.left(probe));
        if (probe.isConsumed()) {
            goOn.run();
            return;
        }
        refused.increment();
        long seconds = Policy.seconds(probe.getNanosToWaitForRefill());
        refuse.accept(ProblemException.of(
                        CommonProblem.TOO_MANY_REQUESTS,
                        policy.requests(),
                        policy.window().toSeconds(),
                        seconds)
                .with("Retry-After", String.valueOf(seconds)));
    }

    /** What an answer keeps of what was said here, when its headers are made anew. */
    public static boolean isOurs(String header) {
        return header.equalsIgnoreCase(POLICY) || header.equalsIgnoreCase(LEFT);
    }

    @PreDestroy
    void close() throws Exception {
        if (buckets instanceof SharedBuckets shared) {
            shared.close();
        }
    }
}
