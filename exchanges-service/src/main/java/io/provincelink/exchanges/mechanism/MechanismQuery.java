package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of mechanisms. */
public class MechanismQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; mechanisms of all of them together.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("kind")
    public @Nullable MechanismKind kind;

    @QueryParam("level")
    public @Nullable MechanismLevel level;

    @QueryParam("period")
    @Parameter(
            description = "Mechanisms that stand in a part of it; those of unknown beginning too.",
            example = "2016/2020")
    public @Nullable String period;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    Filter filter(ParameterReader parameters) {
        Period asked = parameters.period("period", period);
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties))
                .and("r.kind = :kind", "kind", kind)
                .and("r.level = :level", "level", level)
                .and("r.since is null or r.since <= :end", "end", asked == null ? null : asked.to())
                .and("r.until is null or r.until >= :start", "start", asked == null ? null : asked.from())
                .externalId(externalId)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
