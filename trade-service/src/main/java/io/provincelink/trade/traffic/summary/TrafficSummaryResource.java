package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.gate.Gates;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Traffic figures added up, over HTTP. */
@Path("traffic-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traffic figures")
public class TrafficSummaryResource {

    private final TrafficSummaries summaries;
    private final Gates gates;
    private final CurrentCaller caller;

    public TrafficSummaryResource(TrafficSummaries summaries, Gates gates, CurrentCaller caller) {
        this.summaries = summaries;
        this.gates = gates;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "getTrafficSummary",
            summary = "Permits, crossings and placements added up, each kind by itself",
            description = "Figures with and without gate or region add up: one without is the part that is not broken"
                    + " down.")
    public Page<TrafficSummaryLine> get(@Valid @BeanParam TrafficSummaryQuery query) {
        Caller reader = caller.get();
        TrafficQuestion question =
                query.question(new ParameterReader(reader), code -> gates.number(reader, "?gate", code));
        return TrafficFilters.page(summaries.lines(reader, question), TrafficSummaryResource::key, query);
    }

    private static String key(TrafficSummaryLine line) {
        return String.join(
                "|",
                String.valueOf(line.year()),
                String.valueOf(line.month()),
                line.kind().name(),
                line.reporter(),
                String.valueOf(line.gate()),
                String.valueOf(line.direction()),
                String.valueOf(line.region()));
    }
}
