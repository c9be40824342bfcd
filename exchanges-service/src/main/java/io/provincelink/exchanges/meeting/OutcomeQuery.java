package io.provincelink.exchanges.meeting;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of outcomes. */
public class OutcomeQuery extends PageRequest implements CheckedQuery {

    @QueryParam("region")
    @Parameter(
            description =
                    "Region code: what it or a unit inside it is to do; where nobody is named, what a meeting of it"
                            + " or of a unit inside it agreed.",
            example = "VN.02")
    public @Nullable String region;

    @QueryParam("mechanism")
    @Parameter(
            description = "Id of the mechanism whose sessions agreed on it.",
            example = "0198c0de-0000-7000-8000-000000000001")
    public @Nullable String mechanism;

    @QueryParam("status")
    public @Nullable OutcomeStatus status;

    @QueryParam("overdue")
    @Parameter(
            description =
                    "true: those that are OPEN and were due before today; false: the others. One that was carried over"
                            + " is not overdue: what the next session makes of it has a day of its own.")
    @Schema(implementation = Boolean.class)
    public @Nullable String overdue;

    @QueryParam("due")
    @Parameter(description = "Outcomes that are due in this period.", example = "2026-Q4")
    public @Nullable String due;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is under the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    Filter filter(ParameterReader parameters) {
        Period asked = parameters.period("due", due);
        String unit = parameters.region("region", region);
        boolean rollsUp = parameters.rollsUp(rollup);
        // as a text: a boolean would take any other word for false
        if (overdue != null && !overdue.equals("true") && !overdue.equals("false")) {
            parameters.note(Fault.at("?overdue", "unknown-value", "true, false"));
        }
        return Filter.by(parameters)
                .and(
                        "array_intersects(o.within, :region)",
                        "region",
                        unit == null ? null : Parameters.taken(parameters.known(), unit, rollsUp))
                .and(
                        "r.mechanism = :mechanism",
                        "mechanism",
                        parameters.read(() -> mechanism == null ? null : MeetingQuery.mechanism(mechanism)))
                .and("o.status = :status", "status", status)
                .and("o.status = OPEN and o.due < :today", "today", "true".equals(overdue) ? parameters.today() : null)
                .and(
                        "o.status <> OPEN or o.due is null or o.due >= :notBefore",
                        "notBefore",
                        "false".equals(overdue) ? parameters.today() : null)
                .and("o.due >= :from", "from", asked == null ? null : asked.from())
                .and("o.due <= :to", "to", asked == null ? null : asked.to())
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
