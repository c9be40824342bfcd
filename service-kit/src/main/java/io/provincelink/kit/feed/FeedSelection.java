package io.provincelink.kit.feed;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which changes are wanted, and how many at a time. */
public abstract class FeedSelection implements CheckedQuery {

    private static final String RECORD = "record";

    @CommaSeparated
    @QueryParam("types")
    @Parameter(description = "Comma separated; without it, all.", example = "AGREEMENT,PROGRAMME")
    public @Nullable String types;

    @QueryParam("include")
    @Parameter(description = "record: with each change the record as that version was.", example = RECORD)
    public @Nullable String include;

    @QueryParam("region")
    @Parameter(
            description =
                    "Region code: records of the unit, of units inside it and of those that it succeeded, as in an offline"
                            + " bundle.",
            example = "VN.08")
    public @Nullable String region;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "Items in an answer, 1–200.")
    public int limit = 50;

    /**
     * The types that are asked for by name.
     *
     * @throws ProblemException 400 when one of them is not known
     */
    protected final Optional<List<String>> types(Collection<String> known) {
        if (types == null) {
            return Optional.empty();
        }
        List<String> asked = Arrays.stream(types.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (!known.containsAll(asked)) {
            throw ProblemException.invalid(Fault.at("?types", "unknown-value", String.join(", ", known)));
        }
        return Optional.of(asked);
    }

    /**
     * Whether each change comes with the record as that version was.
     *
     * @throws ProblemException 400 when something else is to come along
     */
    protected final boolean withRecords() {
        if (include != null && !include.equals(RECORD)) {
            throw ProblemException.invalid(Fault.at("?include", "unknown-value", RECORD));
        }
        return include != null;
    }

    /** The codes of the region that is asked for; none where any will do. */
    protected final List<String> regions(ParameterReader parameters) {
        return parameters.regions("region", region);
    }
}
