package io.provincelink.agreements.donation;

import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of donations. */
public class DonationQuery extends PageRequest {

    @QueryParam("parties")
    @Parameter(
            description = "Region codes, comma separated; donations between all of them, or units inside them.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("period")
    @Parameter(description = "Handed over in a part of it.", example = "2021-02")
    public @Nullable String period;

    @QueryParam("programme")
    @Parameter(description = "Id or code of the programme, as the donation names it.")
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

    Filter filter(Regions known) {
        Period asked = Parameters.period("period", period);
        return Filter.all()
                .of(Parameters.regions(known, "parties", parties), known, rollup)
                .and("r.onFrom <= :until", "until", asked == null ? null : asked.to())
                .and("r.onTo >= :since", "since", asked == null ? null : asked.from())
                .and("r.programme = :programme", "programme", programme)
                .externalId(externalId)
                .search(q);
    }
}
