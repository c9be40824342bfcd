package io.provincelink.agreements.offline;

import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What to take along. */
public class OfflineQuery {

    @QueryParam("region")
    @Parameter(
            description =
                    "Region code: records of the unit, of units inside it and of those that it succeeded. Without it,"
                            + " everything that the caller may see.",
            example = "VN.08")
    public @Nullable String region;

    /** The region's code and those of the units that it came from; empty for everything. */
    List<String> codes(Regions known) {
        return Parameters.regions(known, "region", region).stream()
                .flatMap(code -> known.withPredecessors(code).stream())
                .toList();
    }
}
