package io.provincelink.record.change;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stretch of the change log is wanted. */
public class ChangeQuery implements CheckedQuery {

    private static final String RECORD = "record";

    @QueryParam("after")
    @Parameter(
            description =
                    "Opaque, the nextCursor of the last answer or of an offline bundle; without it, from the beginning.")
    public @Nullable String after;

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
     * The question with every word read.
     *
     * @param regions codes of which a record must have one; empty for all records
     * @param withRecords whether each change comes with the record as that version was
     */
    record Question(List<String> types, List<String> regions, boolean withRecords) {}

    /**
     * @param known all types
     * @throws ProblemException 400 with all faults
     */
    Question question(ParameterReader parameters, Set<String> known) {
        List<String> asked = parameters.read(() -> types(known));
        Boolean withRecords = parameters.read(this::withRecords);
        List<String> codes = parameters.regions("region", region);
        parameters.requireNoFaults();
        return new Question(
                Objects.requireNonNull(asked),
                codes.stream()
                        .flatMap(code -> parameters.known().withPredecessors(code).stream())
                        .toList(),
                Boolean.TRUE.equals(withRecords));
    }

    /** The types that are asked for, or all known ones. */
    private List<String> types(Set<String> known) {
        if (types == null) {
            return List.copyOf(known);
        }
        List<String> asked = Arrays.stream(types.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (!known.containsAll(asked)) {
            throw ProblemException.invalid(Fault.at("?types", "unknown-value", String.join(", ", known)));
        }
        return asked;
    }

    private boolean withRecords() {
        if (include != null && !include.equals(RECORD)) {
            throw ProblemException.invalid(Fault.at("?include", "unknown-value", RECORD));
        }
        return include != null;
    }

    @Override
    public void check(ParameterReader parameters) {
        // what only holds parameters is made by nobody who could hand it the log
        question(parameters, CDI.current().select(Changes.class).get().types());
    }
}
