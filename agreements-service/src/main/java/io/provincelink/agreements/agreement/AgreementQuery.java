package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementStatus;
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

/** Filters of the list of agreements. */
public class AgreementQuery extends PageRequest implements CheckedQuery {

    private static final UUID SOME = new UUID(0, 0);
    private static final String STANDS =
            "exists (select 1 from r.phases p where p.status = :%1$s and :%2$s between p.fromDay and p.untilDay)";

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; agreements of all of them together.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("kind")
    public @Nullable AgreementKind kind;

    @QueryParam("level")
    public @Nullable AgreementLevel level;

    @QueryParam("field")
    public @Nullable Field field;

    @QueryParam("signed")
    @Parameter(description = "Signed in this period.", example = "2021")
    public @Nullable String signed;

    @QueryParam("status")
    @Parameter(description = "Status on the day of asOf.")
    public @Nullable AgreementStatus status;

    @QueryParam("asOf")
    @Parameter(
            description = "The day on which status is asked for; today where it is left out.",
            example = "2019-06-30")
    public @Nullable LocalDate asOf;

    @QueryParam("expiringWithin")
    @Parameter(
            description = "In force today, and for the last time within this duration from today.",
            example = "P180D")
    public @Nullable String expiringWithin;

    @QueryParam("restsOn")
    @Parameter(description = "Id or code of an agreement or legal act; agreements that rest on it directly.")
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

    LocalDate day(LocalDate today) {
        return asOf == null ? today : asOf;
    }

    /** @param named the agreement or legal act of that id or code, if the caller may see one */
    Filter filter(ParameterReader parameters, Function<String, Optional<UUID>> named) {
        LocalDate today = parameters.today();
        Period signing = parameters.period("signed", signed);
        LocalDate last = parameters.read(
                () -> expiringWithin == null ? null : Durations.after(today, "expiringWithin", expiringWithin));
        UUID ground = restsOn == null ? null : named.apply(restsOn).orElse(null);
        if (restsOn != null && ground == null) {
            parameters.note(Fault.at("?restsOn", "unknown-record"));
        }
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties), parameters.known(), rollup)
                .and("r.kind = :kind", "kind", kind)
                .and("r.level = :level", "level", level)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.signedOn >= :since", "since", signing == null ? null : signing.from())
                .and("r.signedOn <= :until", "until", signing == null ? null : signing.to())
                .and(STANDS.formatted("status", "day"), "status", status)
                .with("day", status == null ? null : day(today))
                .along(signing == null ? null : AgreementTrails.signed(signing))
                .along(status == null ? null : AgreementTrails.standing(status, day(today)))
                .and("r.endsOn between :today and :last and " + STANDS.formatted("inForce", "today"), "last", last)
                .with("today", last == null ? null : today)
                .with("inForce", last == null ? null : AgreementStatus.IN_FORCE)
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
