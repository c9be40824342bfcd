package io.provincelink.trade.summary;

import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.VariesByLanguage;
import io.provincelink.trade.export.SheetWriter;
import io.provincelink.trade.summary.TradeSummaryQuery.Asked;
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

/** Trade figures added up, over HTTP. */
@Path("trade-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trade figures")
public class TradeSummaryResource {

    private final TradeSummaries summaries;
    private final SumDesk desk;

    public TradeSummaryResource(TradeSummaries summaries, SumDesk desk) {
        this.summaries = summaries;
        this.desk = desk;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.TABLE, SheetWriter.SHEET})
    @PermitAll
    @Operation(
            operationId = "getTradeSummary",
            summary = "Trade figures added up by any of year, month, flow, gate, chapter, regime and partner")
    @APIResponse(
            responseCode = "200",
            description = "The sums.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TradeSummary.class)),
                @Content(
                        mediaType = ListForms.TABLE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", description = SheetWriter.TABLE)),
                @Content(
                        mediaType = SheetWriter.SHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", description = SheetWriter.XLSX))
            })
    @APIResponse(responseCode = "409", ref = "Problem409")
    @VariesByLanguage
    public RestResponse<TradeSummary> get(@Valid @BeanParam TradeSummaryQuery query) {
        Asked asked = query.asked(desk.parameters(), desk::gate);
        return desk.read(state -> summaries.of(desk.caller(), asked, state));
    }
}
