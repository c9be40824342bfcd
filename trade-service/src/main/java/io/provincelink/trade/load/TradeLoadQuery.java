package io.provincelink.trade.load;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of loads. */
public class TradeLoadQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("reporter")
    @Parameter(description = "Region codes of reporters, comma separated.", example = "VN.02")
    public @Nullable String reporter;

    @QueryParam("status")
    public @Nullable LoadStatus status;

    Filter filter(ParameterReader parameters) {
        List<String> reporters = parameters.regions("reporter", reporter);
        return Filter.by(parameters)
                .and("r.reporter in :reporters", "reporters", reporters.isEmpty() ? null : reporters)
                .and("r.status = :status", "status", status)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
