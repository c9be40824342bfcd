package io.provincelink.exchanges.programme;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link KnownProgrammes} up to date, so that no request has to ask another service. A programme that was published a moment ago is
 * not known yet: what rests on it is a warning, never a refusal.
 */
@Singleton
class ProgrammeFollower {

    private static final Logger LOG = Logger.getLogger(ProgrammeFollower.class);

    private final ProgrammeFeed feed;
    private final KnownProgrammes programmes;
    private final Caller follower;
    private volatile boolean silent;

    ProgrammeFollower(ProgrammeFeed feed, KnownProgrammes programmes, Regions regions, Today today) {
        this.feed = feed;
        this.programmes = programmes;
        this.follower = Caller.anonymous(regions, today.get());
    }

    @Scheduled(every = "${provincelink.agreements.pause}", concurrentExecution = ConcurrentExecution.SKIP)
    void followOnSchedule() throws InterruptedException {
        if (feed.isThere()) {
            follow();
        }
    }

    /** Reads on to the end of the feed. */
    void follow() throws InterruptedException {
        try {
            boolean more = true;
            while (more) {
                String cursor = QuarkusTransaction.requiringNew()
                        .call(() -> programmes.cursor(follower))
                        .orElse(null);
                // no transaction waits for the answer
                more = take(cursor, feed.after(cursor));
            }
            silent = false;
        } catch (IOException notNow) {
            if (!silent) {
                LOG.warnf("the periods of programmes are not kept up to date: %s", notNow.getMessage());
            }
            silent = true;
        }
    }

    /** @return whether there may be more */
    private boolean take(@Nullable String cursor, Optional<FeedPage> page) {
        if (page.isEmpty()) {
            if (cursor == null) {
                return false;
            }
            QuarkusTransaction.requiringNew().run(() -> programmes.beginAnew(follower, cursor));
            return true;
        }
        if (page.get().items().isEmpty()) {
            return false;
        }
        QuarkusTransaction.requiringNew().run(() -> programmes.take(follower, cursor, page.get()));
        return true;
    }
}
