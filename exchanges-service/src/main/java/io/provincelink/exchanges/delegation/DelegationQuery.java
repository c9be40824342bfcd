package io.provincelink.exchanges.delegation;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import io.provincelink.record.Reference;
import io.provincelink.record.Trail;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of delegations. */
public class DelegationQuery extends PageRequest implements CheckedQuery {

    // the index delegation_years: the last year of the period, then its first, in one number
    private static final int A_YEAR = 10_000;
    private static final Trail.Index BY_YEARS = new Trail.Index(
            "delegation where period_to is not null",
            "id",
            "cast(extract(year from period_to) * 10000 + extract(year from period_from) as int)");

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; delegations between them, in either direction.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @CommaSeparated
    @QueryParam("sending")
    @Parameter(description = "Region codes, comma separated; sent by one of exactly these.", example = "VN.02")
    public @Nullable String sending;

    @CommaSeparated
    @QueryParam("receiving")
    @Parameter(description = "Region codes, comma separated; received by one of exactly these.", example = "CN.532600")
    public @Nullable String receiving;

    @QueryParam("level")
    public @Nullable DelegationLevel level;

    @QueryParam("status")
    public @Nullable DelegationStatus status;

    @QueryParam("field")
    public @Nullable Field field;

    @QueryParam("period")
    @Parameter(description = "Delegations that travel on a day of it.", example = "2016/2020")
    public @Nullable String period;

    @QueryParam("programme")
    @Parameter(description = "Programme, as the delegations name it.", example = "ha-giang-wenshan-2016-2020")
    public @Nullable String programme;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    @QueryParam("rollup")
    @Parameter(
            description = "current: with parties, what was in a closed unit is under the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("q")
    @Parameter(
            description =
                    "All of these words, or beginnings of words, in the purpose, the head, the numbers of invitation and"
                            + " authorisation and the names of the units; tone marks and case do not count, Chinese is found by any part.",
            example = "y tế 河江")
    public @Nullable String q;

    Filter filter(ParameterReader parameters) {
        Period asked = parameters.period("period", period);
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties), parameters.known(), rollup)
                .and("r.sending in :sending", "sending", orNull(parameters.regions("sending", sending)))
                .and("r.receiving in :receiving", "receiving", orNull(parameters.regions("receiving", receiving)))
                .and("r.level = :level", "level", level)
                .and("r.status = :status", "status", status)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.periodFrom <= :end", "end", asked == null ? null : asked.to())
                .and("r.periodTo >= :start", "start", asked == null ? null : asked.from())
                .along(asked == null ? null : trail(asked))
                .and("r.programme = :programme", "programme", Reference.spelt(programme))
                .externalId(externalId)
                .search(q)
                .asked();
    }

    /** The way to delegations of long ago: those that end in its first year or later, and set out in its last one or before. */
    static Trail trail(Period asked) {
        return new Trail(
                BY_YEARS,
                new Trail.Numbers(
                        asked.from().getYear() * A_YEAR,
                        Integer.MAX_VALUE,
                        number -> number % A_YEAR <= asked.to().getYear()),
                "period_from <= :until and period_to >= :since",
                Map.of("since", asked.from(), "until", asked.to()));
    }

    private static @Nullable List<String> orNull(List<String> codes) {
        return codes.isEmpty() ? null : codes;
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
