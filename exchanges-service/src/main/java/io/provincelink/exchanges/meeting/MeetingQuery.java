package io.provincelink.exchanges.meeting;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import io.provincelink.record.Reference;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of meetings. */
public class MeetingQuery extends PageRequest implements CheckedQuery {

    private static final String EXAMPLE = "0198c0de-0000-7000-8000-000000000001";

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; meetings of all of them together.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("kind")
    public @Nullable MeetingKind kind;

    @QueryParam("level")
    public @Nullable MeetingLevel level;

    @QueryParam("status")
    public @Nullable MeetingStatus status;

    @QueryParam("field")
    public @Nullable Field field;

    @QueryParam("period")
    @Parameter(description = "Meetings that start in it.", example = "2016/2020")
    public @Nullable String period;

    @QueryParam("mechanism")
    @Parameter(description = "Id of the mechanism whose sessions are wanted.", example = EXAMPLE)
    public @Nullable String mechanism;

    @QueryParam("programme")
    @Parameter(description = "Programme, as the meetings name it.", example = "ha-giang-wenshan-2016-2020")
    public @Nullable String programme;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    Filter filter(ParameterReader parameters) {
        Period asked = parameters.period("period", period);
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties))
                .and("r.kind = :kind", "kind", kind)
                .and("r.level = :level", "level", level)
                .and("r.status = :status", "status", status)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.startOn <= :end", "end", asked == null ? null : asked.to())
                .and("r.startOn >= :start", "start", asked == null ? null : asked.from())
                .and(
                        "r.mechanism = :mechanism",
                        "mechanism",
                        parameters.read(() -> mechanism == null ? null : id(mechanism)))
                .and("r.programme = :programme", "programme", Reference.spelt(programme))
                .externalId(externalId)
                .asked();
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
        filter(parameters);
    }
}
