package io.provincelink.trade.sdmx.data;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is asked about the values that there are. */
public class AvailabilityQuery extends PeriodQuery {

    @QueryParam("mode")
    @Parameter(
            description =
                    "exact: the values of the data that the key finds; available: those that each dimension could have"
                            + " while the others stay.",
            example = "exact",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "exact"))
    public @Nullable String mode;

    @QueryParam("references")
    @Parameter(
            description = "none, dataflow, datastructure, codelist, conceptscheme, dataproviderscheme or all.",
            example = "none",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "none"))
    public @Nullable String references;
}
