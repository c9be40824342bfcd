package io.provincelink.agreements.region;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.RegionLevel;
import io.provincelink.kit.region.RegionQuery;
import io.provincelink.kit.region.Regions;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of regions. */
public class RegionListQuery extends PageRequest implements CheckedQuery {

    @QueryParam("level")
    public @Nullable RegionLevel level;

    @QueryParam("parent")
    @Parameter(description = "Code of the unit that they lie in, directly.", example = "VN.08")
    public @Nullable String parent;

    @QueryParam("country")
    @Parameter(
            description = "Code of a country; the fictional ones (XA, XB) are listed only when asked for.",
            example = "VN")
    public @Nullable String country;

    @QueryParam("q")
    @Parameter(
            description = "Part of a name in any of the languages, tone marks folded, or the beginning of a code.",
            example = "ha giang")
    public @Nullable String q;

    @QueryParam("on")
    @Parameter(
            description = "Only units that stand on this day; without it, units of all times.",
            example = "2024-12-31")
    public @Nullable LocalDate on;

    RegionQuery toQuery(ParameterReader parameters, PageRequest page) {
        check(parameters);
        return new RegionQuery(level, parent, country, q, on, page.after(), page.fetch());
    }

    @Override
    public void check(ParameterReader parameters) {
        Regions regions = parameters.known();
        if (parent != null && regions.history(parent).isEmpty()) {
            parameters.note(Fault.at("?parent", "unknown-region", String.join(", ", regions.nearest(parent, 3))));
        }
        if (country != null && !regions.isKnownCountry(country)) {
            parameters.note(Fault.at("?country", "unknown-region", String.join(", ", regions.nearest(country, 3))));
        }
        parameters.requireNoFaults();
    }
}
