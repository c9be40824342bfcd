package io.provincelink.gateway.activity;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Field;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of activities. */
public class ActivityQuery extends PageRequest implements CheckedQuery {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @QueryParam("region")
    @Parameter(
            description = "Region code: what it or a unit inside it takes part in; projects that work in a part of it.",
            example = "VN.02")
    public @Nullable String region;

    @QueryParam("field")
    @Parameter(description = "Activities in this field; mechanisms have none.")
    public @Nullable Field field;

    @QueryParam("period")
    @Parameter(description = "What is done in a part of it, as far as its days are known.", example = "2016/2020")
    public @Nullable String period;

    @CommaSeparated
    @QueryParam("types")
    @Parameter(
            description =
                    "Types of records, comma separated: PROGRAMME, ASSISTANCE_PROJECT, MECHANISM, MEETING, DELEGATION,"
                            + " PRACTICE, ADOPTION. All where none is named.",
            example = "PROGRAMME,ASSISTANCE_PROJECT")
    public @Nullable String types;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is under the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    /** Those that are asked for; all where none is named. */
    Set<ActivityType> asked() {
        if (types == null) {
            return EnumSet.allOf(ActivityType.class);
        }
        Set<ActivityType> named = EnumSet.noneOf(ActivityType.class);
        for (String name : types.split(",", -1)) {
            try {
                named.add(ActivityType.valueOf(name.strip()));
            } catch (IllegalArgumentException unknown) {
                throw ProblemException.invalid(Fault.at("?types", "unknown-value", ActivityType.known()));
            }
        }
        return named;
    }

    /** The id behind which the page begins; null at the first one. */
    @Nullable
    String place() {
        String after = after();
        if (after != null && !ID.matcher(after).matches()) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
        return after;
    }

    /** As the services read it, so that what they would refuse is refused here. */
    @Override
    public void check(ParameterReader parameters) {
        parameters.region("region", region);
        parameters.period("period", period);
        parameters.rollsUp(rollup);
        parameters.read(this::asked);
        parameters.requireNoFaults();
    }
}
