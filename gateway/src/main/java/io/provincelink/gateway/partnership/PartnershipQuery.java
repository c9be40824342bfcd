package io.provincelink.gateway.partnership;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whose partnership is asked for. */
public class PartnershipQuery implements CheckedQuery {

    /** Trade is asked for in both directions of each pair. */
    private static final int MOST = 5;

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            required = true,
            description =
                    "Codes of two to five regions, comma separated, each once; what a unit inside one does counts for it.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what was in a closed unit is under the one that took its area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    /**
     * In the order in which they were named.
     *
     * @throws io.provincelink.kit.problem.ProblemException 400 naming all that is wrong
     */
    List<String> codes(ParameterReader parameters) {
        List<String> codes = parameters.regions("parties", parties);
        if (parties == null || parties.isBlank()) {
            parameters.note(Fault.at("?parties", "required"));
        } else {
            Set<String> seen = new HashSet<>();
            long named = Arrays.stream(parties.split(",", -1))
                    .filter(code -> seen.add(code.strip()))
                    .count();
            if (named < parties.split(",", -1).length) {
                parameters.note(Fault.at("?parties", "same-party-twice"));
            } else if (named < 2) {
                parameters.note(Fault.at("?parties", "too-few", 2));
            } else if (named > MOST) {
                parameters.note(Fault.at("?parties", "too-many", MOST));
            }
        }
        parameters.rollsUp(rollup);
        parameters.requireNoFaults();
        return codes;
    }

    @Override
    public void check(ParameterReader parameters) {
        codes(parameters);
    }
}
