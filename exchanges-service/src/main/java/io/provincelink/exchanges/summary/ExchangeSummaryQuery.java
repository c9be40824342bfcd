package io.provincelink.exchanges.summary;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a summary of exchanges is asked for. */
public class ExchangeSummaryQuery implements CheckedQuery {

    @CommaSeparated
    @QueryParam("groupBy")
    @Parameter(
            description =
                    "year, level, field, direction: any of them in any order, comma separated; without it the total"
                            + " alone. direction needs region.",
            example = "year,direction")
    public @Nullable String groupBy;

    @QueryParam("region")
    @Parameter(
            description =
                    "Region code: exchanges in which it or a unit inside it takes part; a direction is as it sees it.",
            example = "VN.02")
    public @Nullable String region;

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; exchanges between them, or between units inside them.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("period")
    @Parameter(
            description =
                    "Delegations that set out in it, and meetings that began in it; published figures that overlap it,"
                            + " or of which no period was published.",
            example = "2016/2020")
    public @Nullable String period;

    @QueryParam("rollup")
    @Parameter(
            description =
                    "current: what a closed unit did counts for the one that took its area over. Published figures"
                            + " stay where they are.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    /**
     * The question with every word read.
     *
     * @param here codes of the region that was asked for, and with rollup of the units whose area it took over; empty without one
     * @param together the same for the region and each of the parties: an exchange must be one of each
     * @param parties codes of all of these as they were asked for, for the published figures
     */
    record Question(
            List<SummaryGrouping> groupBy,
            List<String> here,
            List<List<String>> together,
            List<String> parties,
            @Nullable Period period) {

        boolean by(SummaryGrouping grouping) {
            return groupBy.contains(grouping);
        }
    }

    Question question(ParameterReader parameters) {
        List<SummaryGrouping> groupings = parameters.read(() -> SummaryGrouping.of(groupBy));
        String here = parameters.region("region", region);
        List<String> sides = parameters.regions("parties", parties);
        Period asked = parameters.period("period", period);
        boolean rollsUp = parameters.rollsUp(rollup);
        if (region == null && groupings != null && groupings.contains(SummaryGrouping.DIRECTION)) {
            parameters.note(Fault.at("?region", "required-with", "groupBy=direction"));
        }
        parameters.requireNoFaults();
        List<String> all = Stream.concat(Stream.ofNullable(here), sides.stream())
                .distinct()
                .toList();
        return new Question(
                Objects.requireNonNull(groupings),
                here == null ? List.of() : taken(parameters, here, rollsUp),
                all.stream().map(code -> taken(parameters, code, rollsUp)).toList(),
                all,
                asked);
    }

    private static List<String> taken(ParameterReader parameters, String code, boolean rollsUp) {
        return List.of(Parameters.taken(parameters.known(), code, rollsUp));
    }

    @Override
    public void check(ParameterReader parameters) {
        question(parameters);
    }
}
