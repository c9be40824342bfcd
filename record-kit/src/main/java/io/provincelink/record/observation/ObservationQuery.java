package io.provincelink.record.observation;

import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is asked of published and recorded figures. */
public class ObservationQuery {

    @QueryParam("indicator")
    @Parameter(required = true, description = "Code out of /indicators; the gateway routes by it.")
    public @Nullable String indicator;

    @QueryParam("parties")
    @Parameter(
            description =
                    "Region codes, comma separated; figures about all of them together. Needed unless externalId is"
                            + " given.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("period")
    @Parameter(
            description = "2016/2020, 2021, 2021-Q3, 2021-03 or 2021-03-01/2021-05-31; recorded figures need it.",
            example = "2016/2020")
    public @Nullable String period;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system; each side may keep one figure under it.")
    public @Nullable String externalId;

    /** Empty only where a key is asked for. */
    List<String> parties(Regions known) {
        List<String> codes = Parameters.regions(known, "parties", parties);
        return externalId == null ? Parameters.required("parties", codes) : codes;
    }

    /** The figures that a partner's system keeps under the key. */
    Filter ofKey(List<String> parties, @Nullable Period period) {
        return Filter.all()
                .and("r.indicator = :indicator", "indicator", indicator)
                .and(
                        "array_includes(r.parties, :parties)",
                        "parties",
                        parties.isEmpty() ? null : parties.toArray(String[]::new))
                .and("r.periodFrom <= :until", "until", period == null ? null : period.to())
                .and("r.periodTo >= :since", "since", period == null ? null : period.from())
                .externalId(externalId);
    }

    @Nullable
    Period period() {
        return Parameters.period("period", period);
    }
}
