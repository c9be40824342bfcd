package io.provincelink.agreements.twinning;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of twinnings. */
public class TwinningQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; twinnings of all of them, or of units inside them.",
            example = "VN.02")
    public @Nullable String parties;

    @QueryParam("level")
    public @Nullable TwinningLevel level;

    @QueryParam("on")
    @Parameter(description = "Only those known to stand on this day.", example = "2024-12-31")
    public @Nullable LocalDate on;

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
            description = "All of these words, or beginnings of words, in names of the units and sides;"
                    + " tone marks and case do not count, Chinese is found by any part.",
            example = "thuy 河江")
    public @Nullable String q;

    Filter filter(ParameterReader parameters) {
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties), parameters.known(), rollup)
                .and("r.level = :level", "level", level)
                .and("r.since <= :on and (r.until is null or r.until >= :on)", "on", on)
                .externalId(externalId)
                .search(q)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
