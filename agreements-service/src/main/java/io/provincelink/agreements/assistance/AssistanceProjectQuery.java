package io.provincelink.agreements.assistance;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of projects. */
public class AssistanceProjectQuery extends PageRequest implements CheckedQuery {

    private static final UUID SOME = new UUID(0, 0);

    @QueryParam("region")
    @Parameter(description = "Works in a part of this region, or in one around it.", example = "VN.066")
    public @Nullable String region;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is in the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("organisation")
    @Parameter(description = "Id of the organisation.", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    public @Nullable String organisation;

    @QueryParam("field")
    public @Nullable Field field;

    @QueryParam("status")
    public @Nullable ProjectStatus status;

    @QueryParam("period")
    @Parameter(description = "Projects that run in a part of it.", example = "2016/2020")
    public @Nullable String period;

    @QueryParam("on")
    @Parameter(description = "Projects that run on this day.", example = "2019-06-30")
    public @Nullable LocalDate on;

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

    /** @param organisations the organisation with this id, if the caller may see one */
    public Filter filter(ParameterReader parameters, Function<String, Optional<UUID>> organisations) {
        UUID giver =
                organisation == null ? null : organisations.apply(organisation).orElse(null);
        if (organisation != null && giver == null) {
            parameters.note(Fault.at("?organisation", "unknown-record"));
        }
        Period asked = parameters.period("period", period);
        boolean rollsUp = parameters.rollsUp(rollup);
        String here = parameters.region("region", region);
        Filter filter = Filter.by(parameters)
                .and("r.organisation = :organisation", "organisation", giver)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.status = :status", "status", status)
                .and("r.periodFrom <= :until", "until", asked == null ? null : asked.to())
                .and("r.periodTo is null or r.periodTo >= :since", "since", asked == null ? null : asked.from())
                .and("r.periodFrom <= :on and (r.periodTo is null or r.periodTo >= :on)", "on", on)
                .externalId(externalId)
                .search(q)
                .asked();
        return here == null
                ? filter
                : in(
                        filter,
                        Parameters.taken(parameters.known(), here, rollsUp),
                        Parameters.around(parameters.known(), here));
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters, id -> Optional.of(SOME));
    }

    private static Filter in(Filter filter, String[] regions, String[] around) {
        return filter.and(
                        "array_intersects(r.regionsWithin, :regions) or array_intersects(r.regions, :around)",
                        "regions",
                        regions)
                .with("around", around);
    }
}
