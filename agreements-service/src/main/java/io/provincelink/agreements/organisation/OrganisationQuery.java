package io.provincelink.agreements.organisation;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of organisations. */
public class OrganisationQuery extends PageRequest implements CheckedQuery {

    /** A project that the caller may not see says nothing about where its organisation works. */
    private static final String HERE = """
            array_intersects(r.registeredWithin, :regions) or array_intersects(r.registeredFor, :around)
             or exists (select 1 from AssistanceProject p where p.organisation = r.id
                         and array_intersects(p.readers, :scope)
                         and (array_intersects(p.regionsWithin, :regions) or array_intersects(p.regions, :around)))
            """;

    @QueryParam("kind")
    public @Nullable OrganisationKind kind;

    @QueryParam("country")
    @Parameter(description = "Where it comes from, ISO 3166.", example = "AU")
    public @Nullable String country;

    @QueryParam("region")
    @Parameter(
            description = "Has a project in a part of this region or in one around it, or is registered there.",
            example = "VN.06")
    public @Nullable String region;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is in the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("q")
    @Parameter(
            description =
                    "All of these words, or beginnings of words, in titles, names and numbers; tone marks and case do not"
                            + " count, Chinese is found by any part.",
            example = "thuy 河江")
    public @Nullable String q;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    Filter filter(ParameterReader parameters) {
        Regions known = parameters.known();
        if (country != null && !OrganisationDraft.isCountry(country, known)) {
            parameters.note(Fault.at("?country", "unknown-country"));
        }
        boolean rollsUp = parameters.rollsUp(rollup);
        String asked = parameters.region("region", region);
        return Filter.by(parameters)
                .and("r.kind = :kind", "kind", kind)
                .and("r.country = :country", "country", country)
                .and(HERE, "regions", asked == null ? null : Parameters.taken(known, asked, rollsUp))
                .with("around", asked == null ? null : Parameters.around(known, asked))
                .externalId(externalId)
                .search(q)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
