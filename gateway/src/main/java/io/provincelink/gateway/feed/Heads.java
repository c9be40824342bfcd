package io.provincelink.gateway.feed;

import io.provincelink.gateway.upstream.Inquiries;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Parts;
import io.provincelink.gateway.upstream.Upstream;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the change logs of the services end. One light question to each tells for all who wait whether anything happened at all.
 */
@Singleton
public class Heads {

    private static final Logger LOG = Logger.getLogger(Heads.class);
    private static final String HEAD = "/api/v1/change-head";

    private final EventLoop eventLoop;
    private final Inquiries inquiries;
    private final Parts parts;
    private final Duration deadline;

    private Map<Upstream, String> known = Map.of();
    private long knownSince;
    private @Nullable Uni<Map<Upstream, String>> asking;

    public Heads(Vertx vertx, Inquiries inquiries, Parts parts, FeedSettings settings) {
        this.eventLoop = new EventLoop(vertx);
        this.inquiries = inquiries;
        this.parts = parts;
        this.deadline = settings.deadline();
    }

    /** What a service answers. */
    record Head(String cursor) {

        /** @throws IllegalArgumentException when it is none */
        Head {
            if (cursor == null) {
                throw new IllegalArgumentException("no head");
            }
        }
    }

    private record Said(Upstream service, Optional<Head> head) {}

    /** The heads as they were last seen; of a service that is down, as they were before. */
    synchronized Map<Upstream, String> known() {
        return known;
    }

    /** The heads as they were seen not longer ago than this; never fails. */
    synchronized Uni<Map<Upstream, String>> since(Duration ago) {
        return !known.isEmpty() && System.nanoTime() - knownSince < ago.toNanos()
                ? Uni.createFrom().item(known)
                : look();
    }

    /** The heads as of now; never fails. Whoever asks while somebody else does gets the same answer. */
    public synchronized Uni<Map<Upstream, String>> look() {
        if (asking == null) {
            long begun = System.nanoTime();
            asking = ask(HEAD)
                    .map(heads -> seen(heads, begun))
                    .onTermination()
                    .invoke(this::answered)
                    .memoize()
                    .indefinitely();
        }
        return asking;
    }

    /** The heads as of now, without those of services that do not answer; never fails. */
    public Uni<Map<Upstream, String>> now() {
        return ask(HEAD);
    }

    /** The places in the logs before what was written since then; never fails. Services that do not answer are missing. */
    public Uni<Map<Upstream, String>> before(Instant since) {
        return ask(HEAD + "?since=" + since);
    }

    private synchronized Map<Upstream, String> seen(Map<Upstream, String> heads, long begun) {
        Map<Upstream, String> all = new EnumMap<>(Upstream.class);
        all.putAll(known);
        all.putAll(heads);
        known = Collections.unmodifiableMap(all);
        knownSince = begun;
        return known;
    }

    private synchronized void answered() {
        asking = null;
    }

    private Uni<Map<Upstream, String>> ask(String address) {
        List<Uni<Said>> asked = Arrays.stream(Upstream.values())
                .map(service -> inquiries
                        .get(service, address, new OnBehalfOf(null, null), deadline)
                        .runSubscriptionOn(eventLoop)
                        .map(reply -> {
                            if (reply.status() != 200) {
                                throw new IllegalArgumentException("status " + reply.status());
                            }
                            return new Said(service, Optional.of(parts.read(reply, Head.class)));
                        })
                        .onFailure()
                        .recoverWithItem(thrown -> {
                            LOG.debugf("%s does not say where its log ends: %s", service.title(), thrown);
                            return new Said(service, Optional.empty());
                        }))
                .toList();
        return Uni.join().all(asked).andFailFast().map(answers -> {
            Map<Upstream, String> heads = new EnumMap<>(Upstream.class);
            answers.forEach(said -> said.head().ifPresent(head -> heads.put(said.service(), head.cursor())));
            return heads;
        });
    }
}
