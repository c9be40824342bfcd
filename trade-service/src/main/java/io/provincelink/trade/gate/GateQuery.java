package io.provincelink.trade.gate;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of gates. */
public class GateQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("region")
    @Parameter(
            description =
                    "Region codes, comma separated; gates between all of them, a unit's own and those inside it, also"
                            + " of units whose area it took over.",
            example = "VN.02,CN.532600")
    public @Nullable String region;

    @QueryParam("kind")
    public @Nullable GateKind kind;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    @QueryParam("openOn")
    @Parameter(
            description = "Gates that are known to be open on this day, be it with restrictions; why they are says"
                    + " GET /gates/{id}/openness.",
            example = "2020-02-05")
    public @Nullable LocalDate openOn;

    @QueryParam("q")
    @Parameter(
            description = "All of these words, or beginnings of words, in code, names, note and names of the regions;"
                    + " tone marks and case do not count, Chinese is found by any part.",
            example = "thanh thuy 天保")
    public @Nullable String q;

    /** @param open ids of the gates that are open on a day */
    Filter filter(ParameterReader parameters, Function<LocalDate, UUID[]> open) {
        return Filter.by(parameters)
                // a gate stays where it is: it lies in whatever unit has its area by now
                .of(parameters.regions("region", region), parameters.known(), "current")
                .and("r.kind = :kind", "kind", kind)
                .and(
                        "cast(sql('? = any(?)', r.id, :open) as Boolean) = true",
                        "open",
                        openOn == null ? null : open.apply(openOn))
                .externalId(externalId)
                .search(q)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters, day -> new UUID[0]);
    }
}
