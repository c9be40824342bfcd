package io.provincelink.trade.load.sheet;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The workbook that offices fill in, over HTTP. */
@Path("trade-loads/template")
@Produces(LoadTemplate.MEDIA_TYPE)
@Tag(name = "Trade loads")
public class LoadTemplateResource {

    @GET
    @PermitAll
    @Operation(
            operationId = "getTradeLoadTemplate",
            summary = "A workbook to fill in with trade figures",
            description = "The first sheet has the header; the second says in three languages what each column holds.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook.",
            content =
                    @Content(
                            mediaType = LoadTemplate.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> template() {
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(LoadTemplate::write)
                // else it would be taken for a text, whose characters need a charset
                .header(HttpHeaders.CONTENT_TYPE, LoadTemplate.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + LoadTemplate.FILE_NAME + "\"")
                .build();
    }
}
