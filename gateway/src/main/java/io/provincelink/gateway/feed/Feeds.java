package io.provincelink.gateway.feed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.gateway.upstream.Inquiries;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Inquiries.Reply;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The feeds of all services, read as one. */
@Singleton
public class Feeds {

    private static final Logger LOG = Logger.getLogger(Feeds.class);

    /** By how much less is asked for where an answer was too long to be read. */
    private static final int SHORTER = 8;

    private final EventLoop eventLoop;
    private final Inquiries inquiries;
    private final ObjectMapper json;
    private final Duration deadline;

    public Feeds(Vertx vertx, Inquiries inquiries, ObjectMapper json, FeedSettings settings) {
        this.eventLoop = new EventLoop(vertx);
        this.inquiries = inquiries;
        // a service may say more than the gateway reads
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.deadline = settings.deadline();
    }

    /** A service with its page; empty when it gave none. */
    private record Share(Upstream service, Optional<ServicePage> page) {}

    /**
     * What happened after a place, as of now.
     *
     * @return fails with a problem: 410 where a service cannot go on from its place, 503 where none answers that was asked
     */
    public Uni<ChangeFeed> ask(Question question, OnBehalfOf caller) {
        List<Uni<Share>> asked = new ArrayList<>();
        for (Upstream service : Upstream.values()) {
            if (question.services().contains(service)) {
                asked.add(share(service, question, caller, question.limit()));
            }
        }
        return Uni.join().all(asked).andFailFast().map(shares -> feed(question, shares));
    }

    private Uni<Share> share(Upstream service, Question question, OnBehalfOf caller, int most) {
        return inquiries
                .get(service, question.to(service, most), caller, deadline)
                .runSubscriptionOn(eventLoop)
                .map(reply -> new Share(service, Optional.of(page(reply))))
                .onFailure(Inquiries.TooLong.class)
                .recoverWithUni(tooLong -> {
                    if (most == 1) {
                        LOG.errorf(
                                "a single change of %s is longer than provincelink.gateway.composition.part-limit",
                                service.title());
                        return Uni.createFrom().item(new Share(service, Optional.empty()));
                    }
                    return share(service, question, caller, Math.max(1, most / SHORTER));
                })
                .onFailure(thrown -> !(thrown instanceof ProblemException))
                .recoverWithItem(thrown -> {
                    LOG.debugf("%s gave no changes: %s", service.title(), thrown);
                    return new Share(service, Optional.empty());
                });
    }

    private ServicePage page(Reply reply) {
        switch (reply.status()) {
            case 200 -> {
                byte[] body = reply.body().getBytes();
                try {
                    ServicePage page = json.readerFor(ServicePage.class)
                            .withAttribute(ServicePage.SOURCE, body)
                            .readValue(body);
                    if (page == null) {
                        throw new IllegalArgumentException("null");
                    }
                    return page;
                } catch (IOException unreadable) {
                    throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
                }
            }
            case 401 -> throw ProblemException.of(CommonProblem.UNAUTHENTICATED);
            case 410 -> throw ProblemException.of(CommonProblem.GONE);
            default -> throw new IllegalArgumentException("status " + reply.status());
        }
    }

    private static ChangeFeed feed(Question question, List<Share> shares) {
        Map<Upstream, ServicePage> pages = new EnumMap<>(Upstream.class);
        List<String> unavailable = new ArrayList<>();
        for (Share share : shares) {
            share.page()
                    .ifPresentOrElse(
                            page -> pages.put(share.service(), page),
                            () -> unavailable.add(share.service().title()));
        }
        if (pages.isEmpty()) {
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        }
        return new Merge(question.after(), pages).take(question.limit(), unavailable);
    }
}
