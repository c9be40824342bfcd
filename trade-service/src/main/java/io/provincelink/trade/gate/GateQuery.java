package io.provincelink.trade.gate;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of gates. */
public class GateQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("region")
    @Parameter(
            description = "Region codes, comma separated; gates between all of them, a unit's own and those inside it.",
            example = "VN.02,CN.532600")
    public @Nullable String region;

    @QueryParam("kind")
    public @Nullable GateKind kind;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    Filter filter(ParameterReader parameters) {
        return Filter.by(parameters)
                .of(parameters.regions("region", region))
                .and("r.kind = :kind", "kind", kind)
                .externalId(externalId)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
