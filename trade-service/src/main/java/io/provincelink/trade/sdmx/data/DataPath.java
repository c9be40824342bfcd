package io.provincelink.trade.sdmx.data;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The segments of an address of data; those that are not there mean everything. */
public class DataPath {

    private static final String ALL = "all";

    @PathParam("flow")
    @Parameter(description = "A dataflow: its id, or agency, id and version with commas between.", example = "TRADE")
    public String flow = "";

    @PathParam("key")
    @Parameter(
            description =
                    "A code for each dimension with dots between, nothing for any, several with +; or all. In codes of units an"
                            + " underscore stands for the dot.",
            example = "M.VN_02.CN_532600.EXPORT....USD")
    public @Nullable String key;

    @PathParam("provider")
    @Parameter(description = "Who reports: codes of units with +, PROVINCELINK or all.", example = "all")
    public @Nullable String provider;

    @PathParam("component")
    @Parameter(description = "Of which dimension the values are asked for, or all.", example = "GATE")
    public @Nullable String component;

    String keys() {
        return key == null ? ALL : key;
    }

    String providers() {
        return provider == null ? ALL : provider;
    }

    String components() {
        return component == null ? ALL : component;
    }
}
