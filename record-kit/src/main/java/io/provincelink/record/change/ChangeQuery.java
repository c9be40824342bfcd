package io.provincelink.record.change;

import io.provincelink.kit.feed.FeedSelection;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.ProblemException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stretch of the change log is wanted. */
public class ChangeQuery extends FeedSelection {

    @QueryParam("after")
    @Parameter(
            description =
                    "Opaque, the nextCursor of the last answer or of an offline bundle; without it, from the beginning.")
    public @Nullable String after;

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
        List<String> asked = parameters.read(() -> types(known).orElse(List.copyOf(known)));
        Boolean withRecords = parameters.read(this::withRecords);
        List<String> codes = regions(parameters);
        parameters.requireNoFaults();
        return new Question(
                Objects.requireNonNull(asked),
                codes.stream()
                        .flatMap(code -> parameters.known().withPredecessors(code).stream())
                        .toList(),
                Boolean.TRUE.equals(withRecords));
    }

    @Override
    public void check(ParameterReader parameters) {
        // what only holds parameters is made by nobody who could hand it the log
        question(parameters, CDI.current().select(Changes.class).get().types());
    }
}
