package io.provincelink.record.observation;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is asked of published and recorded figures. */
public class ObservationQuery implements CheckedQuery {

    @QueryParam("indicator")
    @Parameter(required = true, description = "Code out of /indicators; the gateway routes by it.")
    public @Nullable String indicator;

    @CommaSeparated
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
    List<String> parties(ParameterReader parameters) {
        List<String> asked = parameters.read(() -> {
            List<String> codes = Parameters.regions(parameters.known(), "parties", parties);
            return externalId == null ? Parameters.required("parties", codes) : codes;
        });
        return asked == null ? List.of() : asked;
    }

    /** The figures that a partner's system keeps under the key. */
    Filter ofKey(ParameterReader parameters, List<String> about, @Nullable Period asked) {
        return Filter.by(parameters)
                .and("r.indicator = :indicator", "indicator", indicator)
                .and(
                        "array_includes(r.parties, :parties)",
                        "parties",
                        about.isEmpty() ? null : about.toArray(String[]::new))
                .and("r.periodFrom <= :until", "until", asked == null ? null : asked.to())
                .and("r.periodTo >= :since", "since", asked == null ? null : asked.from())
                .externalId(externalId)
                .asked();
    }

    @Nullable
    Period period(ParameterReader parameters) {
        return parameters.period("period", period);
    }

    @Override
    public void check(ParameterReader parameters) {
        parties(parameters);
        period(parameters);
        parameters.requireNoFaults();
    }
}
