package io.provincelink.gateway.feed;

import io.provincelink.kit.feed.FeedSelection;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stretch of the feed is wanted, and how long to wait for it. */
public class FeedQuery extends FeedSelection {

    private static final String THIRTY_SECONDS = "30s";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @QueryParam("after")
    @Parameter(
            description =
                    "Opaque, the nextCursor of the last answer, the cursor of a change, or that of an offline bundle, which"
                            + " follows agreements-service alone; without it, from the beginning.")
    public @Nullable String after;

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
        List<String> codes = regions(parameters);
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
        List<RecordType> known = RecordType.of(places.services());
        List<String> asked =
                types(known.stream().map(RecordType::name).toList()).orElse(List.of());
        return known.stream().filter(type -> asked.contains(type.name())).toList();
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
