package io.provincelink.agreements.coordination;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a summary is asked for. */
public class AssistanceSummaryQuery implements CheckedQuery {

    @QueryParam("groupBy")
    @Parameter(
            required = true,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"region", "organisation", "field", "year"}))
    public @Nullable String groupBy;

    @QueryParam("level")
    @Parameter(description = "With groupBy=region only; PROVINCE unless given.")
    public @Nullable SummaryLevel level;

    @QueryParam("period")
    @Parameter(
            description =
                    "Projects that run in a part of it, and transactions of its days; shares of the plan are those by its end.",
            example = "2016/2020")
    public @Nullable String period;

    @QueryParam("region")
    @Parameter(description = "Projects that work in a part of this region, or in one around it.", example = "VN.06")
    public @Nullable String region;

    @QueryParam("rollup")
    @Parameter(
            description =
                    "current: what was in a closed unit counts in the one that took its area over. Published figures stay where they are.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    /**
     * The question with every word read.
     *
     * @param taken the region's code, and with rollup those of the units whose area it took over
     * @param around codes of the units around the region
     */
    record Question(
            SummaryGrouping grouping,
            SummaryLevel level,
            @Nullable Period period,
            @Nullable String region,
            List<String> taken,
            List<String> around,
            boolean rollsUp) {

        private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
        private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

        LocalDate from() {
            return period == null ? FIRST_DAY : period.from();
        }

        LocalDate to() {
            return period == null ? LAST_DAY : period.to();
        }
    }

    Question question(ParameterReader parameters) {
        SummaryGrouping grouping = parameters.read(() -> SummaryGrouping.of(groupBy));
        if (level != null && grouping != null && grouping != SummaryGrouping.REGION) {
            parameters.note(Fault.at("?level", "only-with", "groupBy=region"));
        }
        Period asked = parameters.period("period", period);
        String here = parameters.region("region", region);
        boolean rollsUp = parameters.rollsUp(rollup);
        parameters.requireNoFaults();
        Regions known = parameters.known();
        return new Question(
                Objects.requireNonNull(grouping),
                level == null ? SummaryLevel.PROVINCE : level,
                asked,
                here,
                here == null ? List.of() : List.of(Parameters.taken(known, here, rollsUp)),
                here == null ? List.of() : List.of(Parameters.around(known, here)),
                rollsUp);
    }

    @Override
    public void check(ParameterReader parameters) {
        question(parameters);
    }
}
