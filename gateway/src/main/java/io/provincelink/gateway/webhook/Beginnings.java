package io.provincelink.gateway.webhook;

import io.provincelink.gateway.destination.Target;
import io.provincelink.gateway.destination.TargetRefused;
import io.provincelink.gateway.destination.Targets;
import io.provincelink.gateway.feed.Heads;
import io.provincelink.gateway.feed.Places;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** From where on and where to something is sent. Both take their time to find out: asked before a transaction begins. */
@Singleton
class Beginnings {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Heads heads;
    private final Targets targets;

    Beginnings(Heads heads, Targets targets) {
        this.heads = heads;
        this.targets = targets;
    }

    /**
     * The place in the feed behind everything that has happened.
     *
     * @throws ProblemException 503 unless every service says where that is: what happens in one that does not could be missed
     */
    String now() {
        return place(heads.now());
    }

    /** The place before everything that happened then or later; fails as {@link #now()} does. */
    String before(Instant since) {
        return place(heads.before(since));
    }

    private static String place(Uni<Map<Upstream, String>> asked) {
        Map<Upstream, String> found = asked.await().atMost(PATIENCE);
        if (found.size() < Upstream.values().length) {
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        }
        return Places.of(found).cursor();
    }

    /** @throws ProblemException 400 when nothing is sent to this address */
    void requireReachable(String url) {
        try {
            targets.find(Target.of(url));
        } catch (TargetRefused refused) {
            throw ProblemException.invalid(refused.at("/url"));
        }
    }
}
