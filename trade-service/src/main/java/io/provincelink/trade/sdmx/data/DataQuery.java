package io.provincelink.trade.sdmx.data;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How much of the data is asked for, and in which arrangement. */
public class DataQuery extends PeriodQuery {

    private static final int MOST = 1_000_000;

    @Min(1)
    @Max(MOST)
    @QueryParam("firstNObservations")
    @Parameter(description = "At most so many observations of each series, from its beginning.", example = "1")
    public @Nullable Integer firstNObservations;

    @Min(1)
    @Max(MOST)
    @QueryParam("lastNObservations")
    @Parameter(description = "At most so many observations of each series, back from its end.", example = "1")
    public @Nullable Integer lastNObservations;

    @QueryParam("dimensionAtObservation")
    @Parameter(
            description = "TIME_PERIOD for series, AllDimensions for single observations.",
            example = "TIME_PERIOD",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "TIME_PERIOD"))
    public @Nullable String dimensionAtObservation;

    @QueryParam("detail")
    @Parameter(
            description = "full, dataonly (no attributes), serieskeysonly, or nodata (no observations).",
            example = "serieskeysonly",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "full"))
    public @Nullable String detail;

    @QueryParam("includeHistory")
    @Parameter(description = "Must be false: asOf gives what was known at a moment.", example = "false")
    public @Nullable Boolean includeHistory;
}
