package io.provincelink.exchanges.summary;

import io.provincelink.exchanges.summary.ExchangeSummaries.Counted;
import io.provincelink.exchanges.summary.ExchangeSummaryQuery.Question;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.observation.ObservationView;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts of exchanges, over HTTP. */
@Path("exchange-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchanges")
public class ExchangeSummaryResource {

    private final ExchangeSummaries summaries;
    private final CurrentCaller caller;

    public ExchangeSummaryResource(ExchangeSummaries summaries, CurrentCaller caller) {
        this.summaries = summaries;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getExchangeSummary",
            summary = "How many delegations with how many people came back and how many meetings were held, by year,"
                    + " level, field and direction, and the published figures beside them")
    public ExchangeSummary get(@BeanParam ExchangeSummaryQuery query) {
        Caller reader = caller.get();
        Question question = query.question(new ParameterReader(reader));
        List<Counted> counts = summaries.counts(reader, question);
        List<ExchangeSummaryRow> rows = counts.stream()
                .filter(count -> !count.total())
                .map(Counted::row)
                .toList();
        ExchangeSummaryRow total =
                counts.stream().filter(Counted::total).findFirst().orElseThrow().row();
        boolean truncated = rows.size() > ExchangeSummaries.MOST_ROWS;
        return new ExchangeSummary(
                question.groupBy().stream().map(SummaryGrouping::word).toList(),
                question.by(SummaryGrouping.FIELD),
                truncated ? rows.subList(0, ExchangeSummaries.MOST_ROWS) : rows,
                truncated,
                new ExchangeCount(total.delegations(), total.delegates(), total.meetings()),
                summaries.published(reader, question).stream()
                        .map(ObservationView::of)
                        .toList());
    }
}
