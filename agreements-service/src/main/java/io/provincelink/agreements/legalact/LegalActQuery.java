package io.provincelink.agreements.legalact;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of legal acts. */
public class LegalActQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("issuer")
    @Parameter(description = "Region of the issuer, comma separated; acts of units inside it too.", example = "VN")
    public @Nullable String issuer;

    @QueryParam("kind")
    public @Nullable LegalActKind kind;

    @QueryParam("validOn")
    @Parameter(description = "Known to be valid on this day.", example = "2021-07-01")
    public @Nullable LocalDate validOn;

    @QueryParam("q")
    @Parameter(
            description =
                    "All of these words, or beginnings of words, in titles, names and numbers; tone marks and case do not"
                            + " count, Chinese is found by any part.",
            example = "thuy 河江")
    public @Nullable String q;

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    Filter filter(ParameterReader parameters) {
        return Filter.by(parameters)
                .of(parameters.regions("issuer", issuer))
                .and("r.kind = :kind", "kind", kind)
                .and("r.startsOn <= :validOn and (r.validTo is null or r.validTo >= :validOn)", "validOn", validOn)
                .externalId(externalId)
                .search(q)
                .asked();
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters);
    }
}
