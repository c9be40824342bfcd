package io.provincelink.agreements.agreement;

import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of agreements. */
public class AgreementQuery extends PageRequest {

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

    @QueryParam("externalId")
    @Parameter(description = "system:id of a partner's system.")
    public @Nullable String externalId;

    @QueryParam("q")
    @Parameter(
            description = "All of these words, or beginnings of words, in title, code or names of the parties;"
                    + " tone marks and case do not count, Chinese is found by any part.",
            example = "thuy 河江")
    public @Nullable String q;

    Filter filter(Regions known) {
        Period signing = Parameters.period("signed", signed);
        return Filter.all()
                .of(Parameters.regions(known, "parties", parties))
                .and("r.kind = :kind", "kind", kind)
                .and("r.level = :level", "level", level)
                .and("array_contains(r.fields, :field)", "field", field == null ? null : field.name())
                .and("r.signedOn >= :since", "since", signing == null ? null : signing.from())
                .and("r.signedOn <= :until", "until", signing == null ? null : signing.to())
                .externalId(externalId)
                .search(q);
    }
}
