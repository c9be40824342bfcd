package io.provincelink.gateway.webhook;

import io.provincelink.gateway.credential.OwnToken;
import io.provincelink.gateway.feed.ChangeFeed;
import io.provincelink.gateway.feed.Feeds;
import io.provincelink.gateway.feed.Heads;
import io.provincelink.gateway.feed.Places;
import io.provincelink.gateway.feed.Question;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.gateway.webhook.Followers.Follower;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Reads the feed for each webhook, as its unit, and keeps what is to be sent. The place in the feed and the messages before it are written
 * together, so that whatever breaks off in between, nothing is missed.
 */
@Singleton
class Collector {

    private static final Logger LOG = Logger.getLogger(Collector.class);

    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Heads heads;
    private final Feeds feeds;
    private final Followers followers;
    private final Messages messages;
    private final OwnToken token;

    Collector(Heads heads, Feeds feeds, Followers followers, Messages messages, OwnToken token) {
        this.heads = heads;
        this.feeds = feeds;
        this.followers = followers;
        this.messages = messages;
        this.token = token;
    }

    /**
     * Reads for all whose turn it is; on a thread that may wait.
     *
     * @return whether there is anything new to be sent
     */
    boolean collect() {
        if (!followers.areThere()) {
            return false;
        }
        Map<Upstream, String> now = heads.look().await().atMost(PATIENCE);
        String ends = now.toString();
        boolean any = false;
        for (List<Follower> turn = followers.take(ends); !turn.isEmpty(); turn = followers.take(ends)) {
            List<Uni<Boolean>> reading = turn.stream()
                    .map(follower -> Uni.createFrom()
                            .item(() -> read(follower, ends))
                            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                    .toList();
            any |= Uni.join().all(reading).andFailFast().await().indefinitely().contains(true);
        }
        return any;
    }

    private boolean read(Follower follower, String ends) {
        try {
            return readOn(follower, ends);
        } catch (ProblemException refused) {
            if (refused.type() == CommonProblem.GONE) {
                beginAnew(follower);
            } else {
                LOG.warnf("no changes for webhook %s: %s", follower.webhook(), refused.getMessage());
                followers.failed(follower);
            }
            return false;
        } catch (IOException noToken) {
            LOG.warnf("no changes for webhooks: %s", noToken.getMessage());
            followers.failed(follower);
            return false;
        }
    }

    private boolean readOn(Follower begin, String ends) throws IOException {
        OnBehalfOf unit = new OnBehalfOf(token.authorization(), null, begin.unit());
        boolean any = false;
        Follower follower = begin;
        while (follower != null) {
            Follower here = follower;
            Question question = new Question(Places.at(here.cursor()), here.filter(), PAGE, Duration.ZERO);
            ChangeFeed page = feeds.ask(question, unit).await().atMost(PATIENCE);
            if (page.items().isEmpty()) {
                if (page.unavailable().isEmpty()) {
                    followers.hasRead(here, ends);
                } else {
                    followers.failed(here);
                }
                return any;
            }
            any = true;
            follower = followers.advance(
                    here,
                    page.nextCursor(),
                    page.items().stream()
                            .map(item -> messages.of(item, here.unit()))
                            .toList());
        }
        return any;
    }

    /** The database of a service was set up anew: what happened there before is not to be told from what happens now. */
    private void beginAnew(Follower follower) {
        Map<Upstream, String> now = heads.now().await().atMost(PATIENCE);
        if (now.size() < Upstream.values().length) {
            followers.failed(follower);
            return;
        }
        LOG.errorf("webhook %s goes on from the end of the feed: its place is gone", follower.webhook());
        followers.advance(follower, Places.of(now).cursor(), List.of());
    }
}
