package io.provincelink.agreements.coordination;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of overlaps. */
public class AssistanceOverlapQuery extends PageRequest implements CheckedQuery {

    @QueryParam("region")
    @Parameter(description = "Both projects work in a part of this region, or in one around it.", example = "VN.066")
    public @Nullable String region;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is in the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("field")
    @Parameter(description = "Both work in this field.")
    public @Nullable Field field;

    @QueryParam("period")
    @Parameter(description = "Both run on one of these days.", example = "2016/2020")
    public @Nullable String period;

    /** Conditions in SQL on the pair {@code a} and {@code b}. */
    Filter filter(ParameterReader parameters) {
        Period asked = parameters.period("period", period);
        String here = parameters.region("region", region);
        boolean rollsUp = parameters.rollsUp(rollup);
        Filter filter = Filter.by(parameters)
                .and(
                        "a.fields @> array[cast(:field as varchar)] and b.fields @> array[cast(:field as varchar)]",
                        "field",
                        field == null ? null : field.name())
                .and("greatest(a.period_from, b.period_from) <= :until", "until", asked == null ? null : asked.to())
                .and(
                        "least(coalesce(a.period_to, 'infinity'), coalesce(b.period_to, 'infinity')) >= :since",
                        "since",
                        asked == null ? null : asked.from())
                .asked();
        return here == null
                ? filter
                : in(
                        filter,
                        Parameters.taken(parameters.known(), here, rollsUp),
                        Parameters.around(parameters.known(), here));
    }

    private static Filter in(Filter filter, String[] regions, String[] around) {
        return filter.and("""
                        (a.regions_within && cast(:regions as varchar[]) or a.regions && cast(:around as varchar[]))
                         and (b.regions_within && cast(:regions as varchar[]) or b.regions && cast(:around as varchar[]))
                        """, "regions", regions).with("around", around);
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
