package io.provincelink.exchanges.meeting;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
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

    /**
     * What is asked for.
     *
     * @param filter conditions in SQL on the outcome {@code o} and its meeting {@code r}
     * @param from first day on which they may be due, as the database writes it; {@code -infinity} for any
     * @param to the last one; {@code infinity} for any, and for none
     * @param isOfFew whether the filter leaves so few that an index of it is the way
     */
    record Asked(Filter filter, String from, String to, boolean isOfFew) {}

    Asked asked(ParameterReader parameters) {
        Period asked = parameters.period("due", due);
        String unit = parameters.region("region", region);
        boolean rollsUp = parameters.rollsUp(rollup);
        UUID of = parameters.read(() -> mechanism == null ? null : MeetingQuery.mechanism(mechanism));
        // as a text: a boolean would take any other word for false
        if (overdue != null && !overdue.equals("true") && !overdue.equals("false")) {
            parameters.note(Fault.at("?overdue", "unknown-value", "true, false"));
        }
        LocalDate today = parameters.today();
        boolean late = "true".equals(overdue);
        Filter filter = Filter.by(parameters)
                .and(
                        "o.within && cast(:region as varchar[])",
                        "region",
                        unit == null ? null : Parameters.taken(parameters.known(), unit, rollsUp))
                .and("r.mechanism = :mechanism", "mechanism", of)
                .and("o.status = :status", "status", status == null ? null : status.name())
                .and("o.status = :open", "open", late ? OutcomeStatus.OPEN.name() : null)
                .and(
                        "o.status <> 'OPEN' or o.due is null or o.due >= :notBefore",
                        "notBefore",
                        "false".equals(overdue) ? today : null)
                .asked();
        LocalDate last = asked == null ? null : asked.to();
        if (late && (last == null || !last.isBefore(today))) {
            last = today.minusDays(1);
        }
        return new Asked(
                filter,
                asked == null ? "-infinity" : asked.from().toString(),
                last == null ? OutcomeKey.NEVER : last.toString(),
                unit != null || of != null);
    }

    @Override
    public void check(ParameterReader parameters) {
        asked(parameters);
    }
}
