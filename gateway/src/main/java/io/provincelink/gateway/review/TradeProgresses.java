package io.provincelink.gateway.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.provincelink.gateway.review.ProgrammeAnswer.Goal;
import io.provincelink.gateway.upstream.Inquiries;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Inquiries.Reply;
import io.provincelink.gateway.upstream.Parts;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Units;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the turnover goal out of a programme and asks trade-service how far it has been reached. */
@Singleton
class TradeProgresses {

    private static final Logger LOG = Logger.getLogger(TradeProgresses.class);

    private static final String TURNOVER = "trade-turnover";

    private final Programmes programmes;
    private final Inquiries inquiries;
    private final Parts parts;

    TradeProgresses(Programmes programmes, Inquiries inquiries, Parts parts) {
        this.programmes = programmes;
        this.inquiries = inquiries;
        this.parts = parts;
    }

    /**
     * @param programme id or code
     * @return fails with a problem where there is no such programme or nobody can say
     */
    Uni<ProgrammeTradeProgress> of(String programme, OnBehalfOf caller) {
        return programmes.then(programme, caller, (answer, left) -> {
            Figure target = target(answer);
            return target == null || answer.regions().size() < 2
                    ? Uni.createFrom().item(new ProgrammeTradeProgress(answer.inShort(), target, null, List.of()))
                    : asked(answer, target, caller, left);
        });
    }

    private Uni<ProgrammeTradeProgress> asked(
            ProgrammeAnswer programme, Figure target, OnBehalfOf caller, Duration left) {
        return inquiries
                .get(Upstream.TRADE, question(programme, target), caller, left)
                .map(this::progress)
                .map(progress -> new ProgrammeTradeProgress(programme.inShort(), target, progress, List.of()))
                .onFailure()
                .invoke(thrown ->
                        caller.trace().say(() -> LOG.warnf("no progress of %s: %s", programme.code(), thrown)))
                .onFailure()
                .recoverWithItem(
                        new ProgrammeTradeProgress(programme.inShort(), target, null, List.of(Upstream.TRADE.title())));
    }

    /** As it came: no figure in it is read, so none is written otherwise. */
    private @Nullable RawValue progress(Reply reply) {
        if (reply.status() == 400) {
            // the service is well: this goal, as one of more years than it takes, is not to be measured
            return null;
        }
        if (reply.status() != 200 || !parts.read(reply, JsonNode.class).isObject()) {
            throw new IllegalArgumentException("status " + reply.status());
        }
        return new RawValue(reply.body().toString(StandardCharsets.UTF_8));
    }

    /** Of the goal that is a total in money; a bound is measured against as if it were the figure itself. */
    private static @Nullable Figure target(ProgrammeAnswer programme) {
        return programme.goals().stream()
                .filter(goal -> goal.indicator().equals(TURNOVER) && goal.kind() == Goal.Kind.TOTAL)
                .map(Goal::target)
                .filter(Objects::nonNull)
                .filter(target ->
                        Units.isCurrency(target.unit()) && target.value().signum() > 0)
                .findFirst()
                .orElse(null);
    }

    private static String question(ProgrammeAnswer programme, Figure target) {
        return "/api/v1/trade-progress?parties=" + Programmes.encode(String.join(",", programme.regions()))
                + "&period=" + Programmes.encode(programme.period().toString())
                + "&target=" + target.value().toPlainString()
                + "&currency=" + target.unit();
    }
}
