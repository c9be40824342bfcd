package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.traffic.TrafficKind;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a summary of traffic is asked for. */
public class TrafficSummaryQuery extends TrafficFilters {

    @CommaSeparated
    @QueryParam("groupBy")
    @Parameter(
            description = "year, month, kind, gate, direction, region: any of them in any order, comma separated, which"
                    + " is the order of the rows too. Kind and reporter are told apart anyway: what is counted in"
                    + " different units, or by different sides, is never added.",
            example = "year,gate")
    public @Nullable String groupBy;

    @QueryParam("kind")
    public @Nullable TrafficKind kind;

    TrafficQuestion question(ParameterReader parameters, Function<String, Short> gates) {
        List<TrafficGrouping> groupings = parameters.read(() -> TrafficGrouping.of(groupBy));
        Asked asked = asked(parameters, gates);
        parameters.requireNoFaults();
        return new TrafficQuestion(asked, kind == null ? Set.of() : Set.of(kind), Objects.requireNonNull(groupings));
    }

    @Override
    public void check(ParameterReader parameters) {
        question(parameters, code -> (short) 0);
    }
}
