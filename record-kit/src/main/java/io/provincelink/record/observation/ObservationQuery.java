package io.provincelink.record.observation;

import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
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
            required = true,
            description = "Region codes, comma separated; figures about all of them together.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("period")
    @Parameter(
            description = "2016/2020, 2021, 2021-Q3, 2021-03 or 2021-03-01/2021-05-31; recorded figures need it.",
            example = "2016/2020")
    public @Nullable String period;

    List<String> parties(Regions known) {
        return Parameters.required("parties", Parameters.regions(known, "parties", parties));
    }

    @Nullable
    Period period() {
        return Parameters.period("period", period);
    }
}
