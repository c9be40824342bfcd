package io.provincelink.agreements.offline;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.ParameterReader;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What to take along. */
public class OfflineQuery implements CheckedQuery {

    @QueryParam("region")
    @Parameter(
            description =
                    "Region code: records of the unit, of units inside it and of those that it succeeded. Without it,"
                            + " everything that the caller may see.",
            example = "VN.08")
    public @Nullable String region;

    /** The region's code and those of the units that it came from; empty for everything. */
    List<String> codes(ParameterReader parameters) {
        List<String> asked = parameters.regions("region", region);
        parameters.requireNoFaults();
        return asked.stream()
                .flatMap(code -> parameters.known().withPredecessors(code).stream())
                .toList();
    }

    @Override
    public void check(ParameterReader parameters) {
        codes(parameters);
    }
}
