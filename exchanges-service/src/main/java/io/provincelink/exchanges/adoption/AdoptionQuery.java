package io.provincelink.exchanges.adoption;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of a practice's adoptions. */
public class AdoptionQuery extends PageRequest implements CheckedQuery {

    @QueryParam("region")
    @Parameter(description = "Region code: adoptions by it or by a unit inside it.", example = "VN.15")
    public @Nullable String region;

    @QueryParam("status")
    public @Nullable AdoptionStatus status;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is under the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    Filter filter(ParameterReader parameters) {
        String adopter = parameters.region("region", region);
        boolean rollsUp = parameters.rollsUp(rollup);
        return Filter.by(parameters)
                .and(
                        "array_intersects(r.adopterWithin, :adopters)",
                        "adopters",
                        adopter == null ? null : Parameters.taken(parameters.known(), adopter, rollsUp))
                .and("r.status = :status", "status", status)
                .externalId(externalId)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
