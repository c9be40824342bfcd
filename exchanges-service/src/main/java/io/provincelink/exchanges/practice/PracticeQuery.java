package io.provincelink.exchanges.practice;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.words.Field;
import io.provincelink.record.Filter;
import io.provincelink.record.Reference;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of practices. */
public class PracticeQuery extends PageRequest implements CheckedQuery {

    /** By somebody whose taking up the reader may see; what one may not see does not count here either. */
    private static final String ADOPTED = """
            exists (select 1 from Adoption a where a.practice = r.id and array_intersects(a.readers, :scope)
             and array_intersects(a.adopterWithin, :adoptedBy))""";

    @QueryParam("field")
    public @Nullable Field field;

    @QueryParam("region")
    @Parameter(description = "Region code: practices that it or a unit inside it offers.", example = "VN.11")
    public @Nullable String region;

    @QueryParam("adoptedBy")
    @Parameter(
            description =
                    "Region code: practices that it or a unit inside it has taken up, as far as you may see that.",
            example = "VN.15")
    public @Nullable String adoptedBy;

    @QueryParam("programme")
    @Parameter(description = "Programme, as the practices name it.", example = "for-the-poor-2021-2025")
    public @Nullable String programme;

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
                    "All of these words, or beginnings of words, in title, description, steps, contact and name of"
                            + " the region; tone marks and case do not count, Chinese is found by any part.",
            example = "heo dat")
    public @Nullable String q;

    Filter filter(ParameterReader parameters) {
        String offering = parameters.region("region", region);
        String adopter = parameters.region("adoptedBy", adoptedBy);
        Filter filter = Filter.by(parameters)
                .of(offering == null ? List.of() : List.of(offering), parameters.known(), rollup)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.programme = :programme", "programme", Reference.spelt(programme))
                .externalId(externalId)
                .search(q);
        // the rollup has been read, so that what is wrong with it is known already
        boolean rollsUp = "current".equals(rollup);
        return filter.and(
                        ADOPTED,
                        "adoptedBy",
                        adopter == null ? null : Parameters.taken(parameters.known(), adopter, rollsUp))
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
