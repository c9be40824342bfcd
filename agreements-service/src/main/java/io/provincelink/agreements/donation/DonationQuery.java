package io.provincelink.agreements.donation;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of donations. */
public class DonationQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; donations between all of them, or units inside them.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("period")
    @Parameter(description = "Handed over in a part of it.", example = "2021-02")
    public @Nullable String period;

    @QueryParam("programme")
    @Parameter(description = "Id or code of the programme.")
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
                    "All of these words, or beginnings of words, in names of the parties, of who gave, received and"
                            + " brought it about, or in what was given;"
                            + " tone marks and case do not count, Chinese is found by any part.",
            example = "khau trang 口罩")
    public @Nullable String q;

    /** @param named the programme's id and code, if the caller may see one of that id or code; else none */
    Filter filter(ParameterReader parameters, Function<String, List<String>> named) {
        List<String> names = programme == null ? List.of() : named.apply(programme);
        if (programme != null && names.isEmpty()) {
            parameters.note(Fault.at("?programme", "unknown-record"));
        }
        Period asked = parameters.period("period", period);
        return Filter.by(parameters)
                .of(parameters.regions("parties", parties), parameters.known(), rollup)
                .and("r.onFrom <= :until", "until", asked == null ? null : asked.to())
                .and("r.onTo >= :since", "since", asked == null ? null : asked.from())
                .and("r.programme in :programme", "programme", names.isEmpty() ? null : names)
                .externalId(externalId)
                .search(q)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters, List::of);
    }
}
