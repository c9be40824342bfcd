package io.provincelink.agreements.povertylist;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of lists. */
public class PovertyListQuery extends PageRequest implements CheckedQuery {

    @QueryParam("kind")
    public @Nullable PovertyListKind kind;

    @QueryParam("country")
    @Parameter(example = "VN")
    public @Nullable String country;

    @QueryParam("region")
    @Parameter(description = "Lists on which this unit ever stood.", example = "VN.033")
    public @Nullable String region;

    @QueryParam("on")
    @Parameter(description = "Lists that held on this day, as far as their days are known.", example = "2009-03-18")
    public @Nullable LocalDate on;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    Filter filter(ParameterReader parameters) {
        Regions known = parameters.known();
        if (country != null && !known.isKnownCountry(country)) {
            parameters.note(Fault.at("?country", "unknown-region", String.join(", ", known.nearest(country, 3))));
        }
        List<String> units = parameters.regions("region", region);
        return Filter.by(parameters)
                .and("r.kind = :kind", "kind", kind)
                .and("r.country = :country", "country", country)
                .and("array_includes(r.units, :units)", "units", units.isEmpty() ? null : units.toArray(String[]::new))
                .and("(r.since is null or r.since <= :on) and (r.until is null or r.until >= :on)", "on", on)
                .externalId(externalId)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
