package io.provincelink.trade.summary;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.gate.Gates;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a summary of trade figures is asked for. */
public class TradeSummaryQuery extends SumFilters implements CheckedQuery {

    @CommaSeparated
    @QueryParam("groupBy")
    @Parameter(
            description =
                    "year, month, flow, gate, chapter, regime, partner: any of them in any order, comma separated;"
                            + " without it the totals alone. Reporters, currencies and attributions are always told apart.",
            example = "year,flow")
    public @Nullable String groupBy;

    @CommaSeparated
    @QueryParam("reporter")
    @Parameter(description = "Region codes of reporters, comma separated.", example = "VN.02")
    public @Nullable String reporter;

    @QueryParam("flow")
    @Parameter(description = "Without it, and without flow in groupBy, turnover: exports and imports together.")
    public @Nullable Flow flow;

    /**
     * The question with every word read.
     *
     * @param groupBy in the order in which it was asked for
     * @param reporters codes as they were asked for, as {@code partners}
     */
    record Asked(
            SumQuestion question,
            List<TradeGrouping> groupBy,
            List<String> reporters,
            List<String> partners,
            Rollup rollup,
            Map<String, String> filters) {}

    Asked asked(ParameterReader parameters, Function<String, Short> gates) {
        List<TradeGrouping> groupings = parameters.read(() -> TradeGrouping.of(groupBy));
        List<String> reporters = parameters.regions("reporter", reporter);
        SumQuestion question = question(parameters, reporters, gates);
        parameters.requireNoFaults();
        List<TradeGrouping> told = Objects.requireNonNull(groupings);
        Map<String, String> filters = given();
        if (flow != null) {
            filters.put("flow", flow.name());
        }
        return new Asked(
                question.flows(flow == null ? Set.of() : Set.of(flow)).by(told),
                told,
                reporters,
                parameters.regions("partner", partner),
                rollup(parameters),
                filters);
    }

    @Override
    public void check(ParameterReader parameters) {
        asked(parameters, code -> Gates.NONE);
    }
}
