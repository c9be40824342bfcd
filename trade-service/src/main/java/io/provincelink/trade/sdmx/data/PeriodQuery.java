package io.provincelink.trade.sdmx.data;

import io.provincelink.trade.statistic.AsOfQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which times are asked about. */
public class PeriodQuery extends AsOfQuery {

    @QueryParam("startPeriod")
    @Parameter(
            description = "No data of earlier periods: 2019, 2019-Q1, 2019-05, 2019-05-01 or a time of that day.",
            example = "2019-01")
    public @Nullable String startPeriod;

    @QueryParam("endPeriod")
    @Parameter(description = "No data of later periods; as startPeriod, and included.", example = "2019-12")
    public @Nullable String endPeriod;

    @QueryParam("updatedAfter")
    @Parameter(
            description = "Only what was reported or revised after this instant. Not for sums.",
            example = "2026-01-01T00:00:00Z")
    public @Nullable String updatedAfter;

    @QueryParam("format")
    @Parameter(description = "Name of a format, for clients that cannot send Accept.", example = "jsondata")
    public @Nullable String format;
}
