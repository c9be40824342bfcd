package io.provincelink.trade.progress;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.trade.indicator.Sides;
import io.provincelink.trade.indicator.Turnover;
import io.provincelink.trade.indicator.TurnoverSums;
import io.provincelink.trade.progress.TradeProgressQuery.Question;
import io.provincelink.trade.summary.SumQuestion;
import io.provincelink.trade.summary.TradeGrouping;
import io.provincelink.trade.summary.TradeSum;
import io.provincelink.trade.summary.TradeSums;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Progress towards a turnover goal, over HTTP. */
@Path("trade-progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trade figures")
public class TradeProgressResource {

    private final TradeSums sums;
    private final CurrentCaller caller;

    public TradeProgressResource(TradeSums sums, CurrentCaller caller) {
        this.sums = sums;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getTradeProgress",
            summary = "How far a turnover goal has been reached, by month, and what it comes to at this rate",
            description = "Normal and border-resident trade between the first party, with the units inside it, and the"
                    + " others; of several attributions the one that says most, as in the indicator trade-turnover.")
    public TradeProgress get(@BeanParam TradeProgressQuery query) {
        Caller reader = caller.get();
        Question question = query.question(new ParameterReader(reader));
        List<String> parties = question.cooperation().parties();
        return new TradeProgress(
                parties,
                question.target().period(),
                question.target().figure(),
                question.asOf(),
                of(reader, question, parties.get(0)),
                parties.stream()
                        .skip(1)
                        .map(party -> of(reader, question, party))
                        .toList());
    }

    private ReporterProgress of(Caller reader, Question question, String reporter) {
        Cooperation cooperation = question.cooperation().seenBy(reporter);
        Sides sides = Sides.of(cooperation, reader.regions());
        String currency = question.target().currency();
        List<TurnoverSums.Sum> months = sums
                .sums(
                        reader,
                        SumQuestion.of(sides.reporters(), sides.partners(), cooperation.period())
                                .by(TradeGrouping.MONTH, TradeGrouping.FLOW)
                                .currencies(Set.of(currency))
                                .asOf(question.asOf()))
                .stream()
                .map(TradeProgressResource::month)
                .toList();
        Turnover turnover = Turnover.of(months, cooperation.period(), currency);
        return ReporterProgress.of(reporter, turnover, question.target());
    }

    private static TurnoverSums.Sum month(TradeSum sum) {
        TradeSum.Group group = sum.group();
        return new TurnoverSums.Sum(
                group.attribution(),
                Objects.requireNonNull(group.flow()),
                Objects.requireNonNull(group.months()),
                sum.amount().value(),
                sum.amount().isEstimated());
    }
}
