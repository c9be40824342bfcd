package io.provincelink.trade.series;

import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.VariesByLanguage;
import io.provincelink.trade.export.SheetWriter;
import io.provincelink.trade.series.TradeSeriesQuery.Asked;
import io.provincelink.trade.summary.SumDesk;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Series of trade figures over HTTP. */
@Path("trade-series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trade figures")
public class TradeSeriesResource {

    private final SeriesBook series;
    private final SumDesk desk;

    public TradeSeriesResource(SeriesBook series, SumDesk desk) {
        this.series = series;
        this.desk = desk;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.TABLE, SheetWriter.SHEET})
    @PermitAll
    @Operation(
            operationId = "getTradeSeries",
            summary = "What one reporter reported, month by month, quarter or year, with growth against the point and"
                    + " the year before")
    @APIResponse(
            responseCode = "200",
            description = "The series.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TradeSeries.class)),
                @Content(
                        mediaType = ListForms.TABLE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", description = SheetWriter.TABLE)),
                @Content(
                        mediaType = SheetWriter.SHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", description = SheetWriter.XLSX))
            })
    @APIResponse(responseCode = "409", ref = "Problem409")
    @VariesByLanguage
    public RestResponse<TradeSeries> get(@Valid @BeanParam TradeSeriesQuery query) {
        Asked asked = query.asked(desk.parameters(), desk::gate);
        return desk.read(state -> series.of(desk.caller(), asked, state.knownAt()));
    }
}
