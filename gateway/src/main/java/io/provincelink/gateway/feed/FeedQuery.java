package io.provincelink.gateway.feed;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stretch of the feed is wanted, and how long to wait for it. */
public class FeedQuery implements CheckedQuery {

    private static final String RECORD = "record";
    private static final String THIRTY_SECONDS = "30s";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @QueryParam("after")
    @Parameter(
            description =
                    "Opaque, the nextCursor of the last answer, the cursor of a change, or that of an offline bundle, which"
                            + " follows agreements-service alone; without it, from the beginning.")
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

    @QueryParam("wait")
    @Parameter(
            description =
                    "0s–60s: how long the answer may wait for the first change where there is none yet; then it comes at once.",
            example = THIRTY_SECONDS)
    public @Nullable String wait;

    /** @throws ProblemException 400 with all faults */
    Question question(ParameterReader parameters) {
        Places places = parameters.read(() -> after == null ? Places.beginning() : Places.at(after));
        List<RecordType> asked = parameters.read(() -> types(places == null ? Places.beginning() : places));
        Boolean withRecords = parameters.read(this::withRecords);
        Duration patience = parameters.read(this::patience);
        List<String> codes = parameters.regions("region", region);
        parameters.requireNoFaults();
        return new Question(
                Objects.requireNonNull(places),
                new Question.Filter(
                        Objects.requireNonNull(asked),
                        codes.isEmpty() ? null : String.join(",", codes),
                        Boolean.TRUE.equals(withRecords)),
                limit,
                Objects.requireNonNull(patience));
    }

    /** The types that are asked for; none for all. Those of services that the cursor does not follow would never come. */
    private List<RecordType> types(Places places) {
        if (types == null) {
            return List.of();
        }
        List<String> names = Arrays.stream(types.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        List<RecordType> known = RecordType.of(places.services());
        List<RecordType> asked =
                known.stream().filter(type -> names.contains(type.name())).toList();
        if (asked.size() < names.size()) {
            String all = known.stream().map(RecordType::name).collect(Collectors.joining(", "));
            throw ProblemException.invalid(Fault.at("?types", "unknown-value", all));
        }
        return asked;
    }

    private boolean withRecords() {
        if (include != null && !include.equals(RECORD)) {
            throw ProblemException.invalid(Fault.at("?include", "unknown-value", RECORD));
        }
        return include != null;
    }

    private Duration patience() {
        if (wait == null) {
            return Duration.ZERO;
        }
        Duration read;
        try {
            read = Duration.parse(wait.matches("\\d{1,4}s") ? "PT" + wait : wait);
        } catch (DateTimeException unreadable) {
            throw ProblemException.invalid(Fault.at("?wait", "wrong-format", THIRTY_SECONDS));
        }
        if (read.isNegative() || read.compareTo(LONGEST) > 0) {
            throw ProblemException.invalid(Fault.at("?wait", "out-of-range", "0s", LONGEST.toSeconds() + "s"));
        }
        return read;
    }

    @Override
    public void check(ParameterReader parameters) {
        question(parameters);
    }
}
