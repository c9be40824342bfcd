package io.provincelink.trade.gate;

import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of gates. */
public class GateQuery extends PageRequest {

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

    Filter filter(Regions known) {
        return Filter.all()
                .of(Parameters.regions(known, "region", region))
                .and("r.kind = :kind", "kind", kind)
                .externalId(externalId);
    }
}
