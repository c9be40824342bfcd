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

    /** Days are kept as texts, whose order is that of the days. */
    private static final String STOOD_ON = """
        cast(sql('exists (select 1 from jsonb_array_elements(? -> ''entries'') as entry
         where entry ->> ''region'' = ? and entry ->> ''from'' <= ?
         and coalesce(entry ->> ''to'', ''9999-12-31'') >= ?)', r.terms, :unit, :day, :day) as Boolean) = true\
        """;

    @QueryParam("kind")
    public @Nullable PovertyListKind kind;

    @QueryParam("country")
    @Parameter(example = "VN")
    public @Nullable String country;

    @QueryParam("region")
    @Parameter(
            description =
                    "Lists on which these units ever stood, comma separated; with on, those on which they stood on"
                            + " that day.",
            example = "VN.033")
    public @Nullable String region;

    @QueryParam("on")
    @Parameter(description = "Lists that held on this day, as far as their days are known.", example = "2009-03-18")
    public @Nullable LocalDate on;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    @QueryParam("q")
    @Parameter(
            description = "All of these words, or beginnings of words, in title, basis or names of the parties;"
                    + " tone marks and case do not count, Chinese is found by any part.",
            example = "ngheo 贫困")
    public @Nullable String q;

    Filter filter(ParameterReader parameters) {
        Regions known = parameters.known();
        if (country != null && !known.isKnownCountry(country)) {
            parameters.note(Fault.at("?country", "unknown-region", String.join(", ", known.nearest(country, 3))));
        }
        List<String> units = parameters.regions("region", region);
        Filter filter = Filter.by(parameters)
                .and("r.kind = :kind", "kind", kind)
                .and("r.country = :country", "country", country)
                .and("array_includes(r.units, :units)", "units", units.isEmpty() ? null : units.toArray(String[]::new))
                .and("(r.since is null or r.since <= :on) and (r.until is null or r.until >= :on)", "on", on)
                .externalId(externalId)
                .search(q)
                .asked();
        return on == null ? filter : standing(filter, units, on);
    }

    /** A list may hold on a day on which a unit has not yet joined it, or has left. */
    private static Filter standing(Filter filter, List<String> units, LocalDate day) {
        for (int i = 0; i < units.size(); i++) {
            filter.and(STOOD_ON.replace(":unit", ":unit" + i), "unit" + i, units.get(i))
                    .with("day", day.toString());
        }
        return filter;
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
