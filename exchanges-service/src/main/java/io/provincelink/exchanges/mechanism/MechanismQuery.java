package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import io.provincelink.record.Reference;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    @QueryParam("agreement")
    @Parameter(description = "The agreement that they rest on, by id or code as the mechanisms name it.")
    public @Nullable String agreement;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is under the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    @QueryParam("q")
    @Parameter(
            description =
                    "All of these words, or beginnings of words, in title and note, and in names of the parties and"
                            + " their bodies; tone marks and case do not count, Chinese is found by any part.",
            example = "hoi dam 会谈")
    public @Nullable String q;

    Filter filter(ParameterReader parameters) {
        Period asked = parameters.period("period", period);
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties), parameters.known(), rollup)
                .and("r.kind = :kind", "kind", kind)
                .and("r.level = :level", "level", level)
                .and("r.since is null or r.since <= :end", "end", asked == null ? null : asked.to())
                .and("r.until is null or r.until >= :start", "start", asked == null ? null : asked.from())
                .and("r.agreement = :agreement", "agreement", Reference.spelt(agreement))
                .externalId(externalId)
                .search(q)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
