package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.traffic.TrafficKind;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far agreed permits went, over HTTP. */
@Path("vehicle-permit-use")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traffic figures")
public class VehiclePermitUseResource {

    private static final Set<TrafficKind> PERMITS =
            EnumSet.of(TrafficKind.VEHICLE_PERMIT_QUOTA, TrafficKind.VEHICLE_PERMITS, TrafficKind.VEHICLE_PERMITS_USED);

    private final TrafficSummaries summaries;
    private final Gates gates;
    private final CurrentCaller caller;

    public VehiclePermitUseResource(TrafficSummaries summaries, Gates gates, CurrentCaller caller) {
        this.summaries = summaries;
        this.gates = gates;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "listVehiclePermitUse",
            summary = "How many of the vehicle permits agreed for a year were issued, and used",
            description = "Out of the figures of the kinds VEHICLE_PERMIT_QUOTA, VEHICLE_PERMITS and"
                    + " VEHICLE_PERMITS_USED of the same reporter.")
    public Page<VehiclePermitUseLine> list(@Valid @BeanParam TrafficFilters query) {
        Caller reader = caller.get();
        ParameterReader parameters = new ParameterReader(reader);
        TrafficFilters.Asked asked = query.asked(parameters, code -> gates.number(reader, "?gate", code));
        parameters.requireNoFaults();
        TrafficQuestion question = new TrafficQuestion(asked, PERMITS, List.of(TrafficGrouping.YEAR));
        List<VehiclePermitUseLine> lines = VehiclePermitUseLine.of(summaries.lines(reader, question));
        return TrafficFilters.page(lines, line -> line.year() + "|" + line.reporter(), query);
    }
}
