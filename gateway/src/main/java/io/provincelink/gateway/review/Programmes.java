package io.provincelink.gateway.review;

import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.gateway.upstream.Inquiries;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Inquiries.Reply;
import io.provincelink.gateway.upstream.Parts;
import io.provincelink.gateway.upstream.Unanswered;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Asks for a programme, and then for what else an answer about it is made of, within one deadline. */
@Singleton
class Programmes {

    private static final Logger LOG = Logger.getLogger(Programmes.class);

    private final Inquiries inquiries;
    private final Parts parts;
    private final Duration deadline;

    Programmes(Inquiries inquiries, Parts parts, GatewaySettings settings) {
        this.inquiries = inquiries;
        this.parts = parts;
        this.deadline = settings.composition().deadline();
    }

    /**
     * @param programme id or code
     * @param rest goes on with the programme and the time that is left
     * @return fails with a problem where there is no such programme or nobody can say
     */
    <T> Uni<T> then(String programme, OnBehalfOf caller, BiFunction<ProgrammeAnswer, Duration, Uni<T>> rest) {
        long begin = System.nanoTime();
        return inquiries
                .get(Upstream.AGREEMENTS, "/api/v1/programmes/" + encode(programme), caller, deadline)
                .onFailure()
                .transform(thrown -> nobodyCanSay(thrown, caller))
                .flatMap(reply -> {
                    ProgrammeAnswer answer = programme(reply);
                    Duration left = deadline.minusNanos(System.nanoTime() - begin);
                    // never nothing: a zero wait is refused by the timer
                    return rest.apply(answer, left.toMillis() < 1 ? Duration.ofMillis(1) : left);
                });
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

    private static ProblemException nobodyCanSay(Throwable thrown, OnBehalfOf caller) {
        caller.trace().say(() -> LOG.warnf("no programme: %s", thrown));
        return Unanswered.problem(thrown);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
