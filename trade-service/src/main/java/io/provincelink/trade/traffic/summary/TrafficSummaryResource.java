package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.trade.gate.Gates;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Traffic figures added up, over HTTP. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traffic figures")
public class TrafficSummaryResource {

    private final TrafficSummaries summaries;
    private final Gates gates;
    private final CurrentCaller caller;
    private final Today today;

    public TrafficSummaryResource(TrafficSummaries summaries, Gates gates, CurrentCaller caller, Today today) {
        this.summaries = summaries;
        this.gates = gates;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @Path("traffic-summary")
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "getTrafficSummary",
            summary = "Permits, crossings and placements added up, each kind by itself",
            description = "Figures with and without gate or region add up: one without is the part that is not broken"
                    + " down.")
    public Page<TrafficSummaryLine> summary(@Valid @BeanParam TrafficSummaryQuery query) {
        Caller reader = caller.get();
        TrafficQuestion question = query.question(new ParameterReader(reader), this::gate, today.now());
        return page(summaries.lines(reader, question), TrafficSummaryResource::key, query);
    }

    @GET
    @Path("vehicle-permit-use")
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "listVehiclePermitUse",
            summary = "How many of the vehicle permits agreed for a year were issued, and used",
            description = "Out of the figures of the kinds VEHICLE_PERMIT_QUOTA, VEHICLE_PERMITS and"
                    + " VEHICLE_PERMITS_USED of the same reporter.")
    public Page<VehiclePermitUseLine> permits(@Valid @BeanParam VehiclePermitUseQuery query) {
        Caller reader = caller.get();
        TrafficQuestion question = query.question(new ParameterReader(reader), this::gate, today.now());
        List<VehiclePermitUseLine> lines = VehiclePermitUseLine.of(summaries.lines(reader, question));
        return page(lines, line -> line.year() + "|" + line.reporter(), query);
    }

    private short gate(String code) {
        return gates.number(caller.get(), "?gate", code);
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

    /** All rows are at hand, so who takes the whole list gets the rest of these. */
    private static <V> Page<V> page(List<V> lines, Function<V, String> key, PageRequest page) {
        String after = page.after();
        int first = after == null
                ? 0
                : 1 + IntStream.range(0, lines.size())
                        .filter(i -> key.apply(lines.get(i)).equals(after))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(Fault.at("?cursor", "bad-cursor")));
        return page.page(
                lines.stream().skip(first).limit(page.fetch()).toList(),
                key,
                Function.identity(),
                following -> page(lines, key, following));
    }
}
