package io.provincelink.trade.summary;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.time.Today;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.summary.SumFilters.Knowledge;
import io.provincelink.trade.summary.TradeSummaryQuery.Asked;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Trade figures added up, over HTTP. */
@Path("trade-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trade figures")
public class TradeSummaryResource {

    private final TradeSums sums;
    private final TradeSummaries summaries;
    private final Gates gates;
    private final CurrentCaller caller;
    private final Conditional conditional;
    private final Today today;

    public TradeSummaryResource(
            TradeSums sums,
            TradeSummaries summaries,
            Gates gates,
            CurrentCaller caller,
            Conditional conditional,
            Today today) {
        this.sums = sums;
        this.summaries = summaries;
        this.gates = gates;
        this.caller = caller;
        this.conditional = conditional;
        this.today = today;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getTradeSummary",
            summary = "Trade figures added up by any of year, month, flow, gate, chapter, regime and partner")
    public RestResponse<TradeSummary> get(@Valid @BeanParam TradeSummaryQuery query) {
        Caller reader = caller.get();
        Asked asked = query.asked(
                new ParameterReader(reader), new Knowledge(code -> gates.number(reader, "?gate", code), today.now()));
        return conditional.read(() -> sums.state(reader).version(), () -> {
            TradeSums.State state = sums.state(reader);
            return new Versioned<>(state.version(), summaries.of(reader, asked, state.knownAt()));
        });
    }
}
