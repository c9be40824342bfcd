package io.provincelink.gateway.review;

import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.gateway.upstream.Inquiries;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Inquiries.Reply;
import io.provincelink.gateway.upstream.Parts;
import io.provincelink.gateway.upstream.Services;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.http.ETag;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** All reviews: asks for the programme first, then for what the services know about it, within one deadline. */
@Singleton
class Reviews {

    private static final Logger LOG = Logger.getLogger(Reviews.class);

    private final Inquiries inquiries;
    private final Parts parts;
    private final Today today;
    private final Duration deadline;
    private final ReviewTags tags;

    Reviews(Inquiries inquiries, Parts parts, Today today, GatewaySettings settings, ReviewTags tags) {
        this.inquiries = inquiries;
        this.parts = parts;
        this.today = today;
        this.deadline = settings.composition().deadline();
        this.tags = tags;
    }

    /** A review with what tells its bytes from others. */
    record Tagged(Review review, ETag tag) {}

    /**
     * @param programme id or code
     * @return fails with a problem where there is no such programme or nobody can say
     */
    Uni<Tagged> of(String programme, OnBehalfOf caller) {
        long begin = System.nanoTime();
        return inquiries
                .get(Upstream.AGREEMENTS, "/api/v1/programmes/" + encode(programme), caller, deadline)
                .onFailure()
                .transform(Reviews::nobodyCanSay)
                .flatMap(reply -> {
                    ProgrammeAnswer answer = programme(reply);
                    Duration left = deadline.minusNanos(System.nanoTime() - begin);
                    // never nothing: a zero wait is refused by the timer
                    Duration wait = left.toMillis() < 1 ? Duration.ofMillis(1) : left;
                    return parts.ask(question(answer), ReviewPart.class, caller, wait)
                            .map(found -> compose(answer, found));
                });
    }

    private Tagged compose(ProgrammeAnswer programme, Map<Upstream, ReviewPart> parts) {
        Review review = new Composition(programme, parts, today.get()).compose();
        return new Tagged(review, tags.of(review));
    }

    private ProgrammeAnswer programme(Reply reply) {
        switch (reply.status()) {
            case 200 -> {
                try {
                    return parts.read(reply, ProgrammeAnswer.class);
                } catch (IllegalArgumentException unreadable) {
                    LOG.warnf("no programme: %s", unreadable.getMessage());
                    throw ProblemException.of(CommonProblem.BAD_GATEWAY);
                }
            }
            case 401 -> throw ProblemException.of(CommonProblem.UNAUTHENTICATED);
            case 403 -> throw ProblemException.of(CommonProblem.FORBIDDEN);
            case 404 -> throw ProblemException.notFound();
            case 503 -> throw ProblemException.of(CommonProblem.UNAVAILABLE);
            default ->
                throw ProblemException.of(
                        reply.status() < 500 ? CommonProblem.OTHER_REQUEST_PROBLEM : CommonProblem.BAD_GATEWAY);
        }
    }

    private static ProblemException nobodyCanSay(Throwable thrown) {
        LOG.warnf("no programme: %s", thrown);
        if (thrown instanceof Services.Unreachable) {
            return ProblemException.of(CommonProblem.UNAVAILABLE);
        }
        return ProblemException.of(
                thrown instanceof TimeoutException ? CommonProblem.TIMEOUT : CommonProblem.BAD_GATEWAY);
    }

    private static String question(ProgrammeAnswer programme) {
        return "/api/v1/review-part?parties=" + encode(String.join(",", programme.regions()))
                + "&period=" + encode(programme.period().toString())
                + "&programme=" + encode(programme.id() + "," + programme.code());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
