package io.provincelink.trade.traffic;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import io.provincelink.trade.statistic.AsOf;
import io.provincelink.trade.statistic.AsOfQuery;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.StatisticFilters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of traffic figures. */
public class TrafficFigureQuery extends PageRequest implements CheckedQuery {

    @QueryParam("kind")
    public @Nullable TrafficKind kind;

    @CommaSeparated
    @QueryParam("reporter")
    @Parameter(description = "Region codes of reporters, comma separated.", example = "VN.02")
    public @Nullable String reporter;

    @CommaSeparated
    @QueryParam("partner")
    @Parameter(description = "Region codes of partners, comma separated.", example = "CN.532600")
    public @Nullable String partner;

    @QueryParam("gate")
    @Parameter(description = "Code of a gate.", example = "thanh-thuy-tianbao")
    public @Nullable String gate;

    @CommaSeparated
    @QueryParam("region")
    @Parameter(description = "Region codes that figures are broken down by, comma separated.")
    public @Nullable String region;

    @QueryParam("direction")
    public @Nullable Direction direction;

    @QueryParam("period")
    @Parameter(description = "Figures of a month that it touches.", example = "2016/2020")
    public @Nullable String period;

    @QueryParam("asOf")
    @Parameter(description = AsOfQuery.DESCRIPTION, example = "2021-05-26")
    public @Nullable String asOf;

    /** @param gates the number of the gate with this code */
    Filter filter(ParameterReader parameters, Function<String, Short> gates) {
        Short gateNumber = parameters.read(() -> gate == null ? null : gates.apply(gate));
        Period asked = parameters.period("period", period);
        List<String> regions = parameters.regions("region", region);
        Filter filter = StatisticFilters.traders(
                        parameters, parameters.regions("reporter", reporter), parameters.regions("partner", partner))
                .with(TrafficFigures.AS_OF, AsOf.read(parameters, asOf))
                .and("r.kind = :kind", "kind", kind == null ? null : Place.of(kind))
                .and("r.gate = :gate", "gate", gateNumber)
                .and("r.region = any(:regions)", "regions", regions.isEmpty() ? null : regions.toArray(String[]::new))
                .and("r.direction = :direction", "direction", direction == null ? null : Place.of(direction));
        return StatisticFilters.overlapping(filter.asked(), asked, "1");
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters, code -> null);
    }
}
