package io.provincelink.trade.gate;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.gate.measure.MeasureKind;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of a gate's measures. */
public class GateMeasureQuery extends PageRequest implements CheckedQuery {

    @QueryParam("kind")
    public @Nullable MeasureKind kind;

    @QueryParam("side")
    @Parameter(
            description = "Region code as the gate names it: measures of this side, and those of both.",
            example = "VN.00928")
    public @Nullable String side;

    @QueryParam("on")
    @Parameter(description = "Measures that hold on this day.", example = "2020-02-05")
    public @Nullable LocalDate on;

    @Override
    public void check(ParameterReader parameters) {
        parameters.region("side", side);
        parameters.requireNoFaults();
    }
}
