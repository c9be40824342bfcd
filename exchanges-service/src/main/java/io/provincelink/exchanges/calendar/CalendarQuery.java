package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.mechanism.MechanismLevel;
import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is asked of the calendar. */
public class CalendarQuery implements CheckedQuery {

    private static final String EXAMPLE = "0198c0de-0000-7000-8000-000000000001";

    @CommaSeparated
    @QueryParam("region")
    @Parameter(
            description =
                    "Region codes, comma separated; what concerns all of them together, or units inside them. Without it, all"
                            + " that the reader may see.",
            example = "VN.02,CN.532600")
    public @Nullable String region;

    @QueryParam("mechanism")
    @Parameter(description = "Id of a mechanism: its due days and its meetings.", example = EXAMPLE)
    public @Nullable String mechanism;

    @QueryParam("level")
    public @Nullable MechanismLevel level;

    @CommaSeparated
    @QueryParam("kind")
    @Parameter(
            description = "MECHANISM, MEETING and DELEGATION, comma separated; without it, all.",
            example = "MEETING")
    public @Nullable String kind;

    @QueryParam("period")
    @Parameter(
            description =
                    "Mechanisms that stand, meetings that are held and delegations that travel in it; without it, from a"
                            + " year ago to two years ahead.",
            example = "2026/2027")
    public @Nullable String period;

    @QueryParam("lang")
    @Pattern(regexp = LANGUAGES)
    @Parameter(description = "vi, zh or en; without it, as Accept-Language says.", example = "vi")
    public @Nullable String lang;

    /** What {@code lang} may be. */
    public static final String LANGUAGES = "^(vi|zh|en)$";

    CalendarSelection selection(ParameterReader parameters) {
        List<String> regions = parameters.regions("region", region);
        UUID only = parameters.read(() -> mechanism == null ? null : id(mechanism));
        Set<CalendarKind> kinds = parameters.read(() -> kinds(kind));
        Period asked = parameters.period("period", period);
        parameters.requireNoFaults();
        return new CalendarSelection(
                regions,
                only,
                level,
                Objects.requireNonNullElse(kinds, Set.of()),
                asked == null ? CalendarSelection.around(parameters.today()) : asked);
    }

    private static Set<CalendarKind> kinds(@Nullable String text) {
        Set<CalendarKind> kinds = EnumSet.noneOf(CalendarKind.class);
        for (String name : text == null ? new String[0] : text.split(",", -1)) {
            kinds.add(Arrays.stream(CalendarKind.values())
                    .filter(known -> known.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(Fault.at(
                            "?kind",
                            "unknown-value",
                            Arrays.stream(CalendarKind.values()).map(Enum::name).collect(Collectors.joining(", "))))));
        }
        return kinds;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.invalid(Fault.at("?mechanism", "wrong-format", EXAMPLE));
        }
    }

    @Override
    public void check(ParameterReader parameters) {
        selection(parameters);
    }
}
