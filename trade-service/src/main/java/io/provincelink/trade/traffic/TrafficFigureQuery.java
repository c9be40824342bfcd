package io.provincelink.trade.traffic;

import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.Filter;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.StatisticFilters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of traffic figures. */
public class TrafficFigureQuery extends PageRequest {

    @QueryParam("kind")
    public @Nullable TrafficKind kind;

    @QueryParam("reporter")
    @Parameter(description = "Region codes of reporters, comma separated.", example = "VN.02")
    public @Nullable String reporter;

    @QueryParam("partner")
    @Parameter(description = "Region codes of partners, comma separated.", example = "CN.532600")
    public @Nullable String partner;

    @QueryParam("gate")
    @Parameter(description = "Code of a gate.", example = "thanh-thuy-tianbao")
    public @Nullable String gate;

    @QueryParam("region")
    @Parameter(description = "Region codes that figures are broken down by, comma separated.")
    public @Nullable String region;

    @QueryParam("direction")
    public @Nullable Direction direction;

    @QueryParam("period")
    @Parameter(description = "Figures of a month that it touches.", example = "2016/2020")
    public @Nullable String period;

    /** @param gateNumber the gate's number, null where no gate is asked for */
    Filter filter(Regions known, @Nullable Short gateNumber) {
        List<String> regions = Parameters.regions(known, "region", region);
        Filter filter = StatisticFilters.traders(
                        Parameters.regions(known, "reporter", reporter), Parameters.regions(known, "partner", partner))
                .and("r.kind = :kind", "kind", kind == null ? null : Place.of(kind))
                .and("r.gate = :gate", "gate", gateNumber)
                .and("r.region = any(:regions)", "regions", regions.isEmpty() ? null : regions.toArray(String[]::new))
                .and("r.direction = :direction", "direction", direction == null ? null : Place.of(direction));
        return StatisticFilters.overlapping(filter, Parameters.period("period", period), "1");
    }
}
