package io.provincelink.exchanges.meeting;

import io.provincelink.exchanges.words.Format;
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
import io.provincelink.record.Trail;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of meetings. */
public class MeetingQuery extends PageRequest implements CheckedQuery {

    private static final String EXAMPLE = "0198c0de-0000-7000-8000-000000000001";

    // the index meeting_start_year
    private static final Trail.Index BY_YEAR =
            new Trail.Index("meeting where start_on is not null", "id", "cast(extract(year from start_on) as int)");

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

    @QueryParam("format")
    public @Nullable Format format;

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

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is under the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    @QueryParam("q")
    @Parameter(
            description =
                    "All of these words, or beginnings of words, in title, sites, names and offices of participants,"
                            + " agenda, outcomes or names of the parties; tone marks and case do not count, Chinese is found by any"
                            + " part.",
            example = "hoi nghi 文山")
    public @Nullable String q;

    Filter filter(ParameterReader parameters) {
        Period asked = parameters.period("period", period);
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties), parameters.known(), rollup)
                .and("r.kind = :kind", "kind", kind)
                .and("r.level = :level", "level", level)
                .and("r.status = :status", "status", status)
                .and("r.format = :format", "format", format)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.startOn <= :end", "end", asked == null ? null : asked.to())
                .and("r.startOn >= :start", "start", asked == null ? null : asked.from())
                .along(asked == null ? null : trail(asked))
                .and(
                        "r.mechanism = :mechanism",
                        "mechanism",
                        parameters.read(() -> mechanism == null ? null : mechanism(mechanism)))
                .and("r.programme = :programme", "programme", Reference.spelt(programme))
                .externalId(externalId)
                .search(q)
                .asked();
    }

    /** The way to meetings of long ago. */
    static Trail trail(Period asked) {
        return new Trail(
                BY_YEAR,
                Trail.Numbers.years(asked.from(), asked.to()),
                "start_on between :since and :until",
                Map.of("since", asked.from(), "until", asked.to()));
    }

    /** @throws ProblemException 400 when the text is no id */
    static UUID mechanism(String text) {
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
