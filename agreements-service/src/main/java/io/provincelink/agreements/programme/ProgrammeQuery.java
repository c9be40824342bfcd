package io.provincelink.agreements.programme;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of programmes. */
public class ProgrammeQuery extends PageRequest implements CheckedQuery {

    private static final UUID SOME = new UUID(0, 0);

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; programmes of all of them together.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("kind")
    public @Nullable ProgrammeKind kind;

    @QueryParam("field")
    public @Nullable Field field;

    @QueryParam("period")
    @Parameter(description = "Programmes that run in a part of it.", example = "2016/2020")
    public @Nullable String period;

    @QueryParam("restsOn")
    @Parameter(description = "Id or code of an agreement or legal act; programmes that rest on it directly.")
    public @Nullable String restsOn;

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
            description = "All of these words, or beginnings of words, in title, code or names of the parties;"
                    + " tone marks and case do not count, Chinese is found by any part.",
            example = "thuy 河江")
    public @Nullable String q;

    @QueryParam("late")
    @Parameter(description = "true: programmes with a milestone that is late today; false: those without one.")
    @Schema(implementation = Boolean.class)
    public @Nullable String late;

    @QueryParam("lateOn")
    @Parameter(
            description = "Programmes with a milestone, open today, that was or will be late on this day.",
            example = "2025-12-31")
    public @Nullable LocalDate lateOn;

    /** @param named the agreement or legal act of that id or code, if the caller may see one */
    Filter filter(ParameterReader parameters, Function<String, Optional<UUID>> named) {
        UUID ground = restsOn == null ? null : named.apply(restsOn).orElse(null);
        if (restsOn != null && ground == null) {
            parameters.note(Fault.at("?restsOn", "unknown-record"));
        }
        Period asked = parameters.period("period", period);
        LocalDate today = parameters.today();
        // as a text: a boolean would take any other word for false
        if (late != null && !late.equals("true") && !late.equals("false")) {
            parameters.note(Fault.at("?late", "unknown-value", "true, false"));
        }
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties), parameters.known(), rollup)
                .and("r.kind = :kind", "kind", kind)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.periodFrom <= :until", "until", asked == null ? null : asked.to())
                .and("r.periodTo >= :since", "since", asked == null ? null : asked.from())
                .and("r.firstOpenDue < :today", "today", "true".equals(late) ? today : null)
                .and(
                        "r.firstOpenDue is null or r.firstOpenDue >= :notBefore",
                        "notBefore",
                        "false".equals(late) ? today : null)
                .and("r.firstOpenDue < :lateOn", "lateOn", lateOn)
                .and("array_contains(r.restsOn, :named)", "named", ground)
                .externalId(externalId)
                .search(q)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters, reference -> Optional.of(SOME));
    }
}
