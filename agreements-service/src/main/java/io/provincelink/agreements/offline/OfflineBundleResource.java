package io.provincelink.agreements.offline;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.WholeLists;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The offline bundle over HTTP. */
@Path("offline-bundle")
@Produces(ListForms.LINES)
@Tag(name = "Offline")
public class OfflineBundleResource {

    private final OfflineBundle bundle;
    private final CurrentCaller caller;
    private final WholeLists lists;

    public OfflineBundleResource(OfflineBundle bundle, CurrentCaller caller, WholeLists lists) {
        this.bundle = bundle;
        this.caller = caller;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getOfflineBundle",
            summary = "Agreements with their texts, and programmes, to take along",
            description =
                    "One JSON object a line: START with the cursor from which /changes goes on, a line for each record, and"
                            + " END, without which the download broke off.")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON.",
            content =
                    @Content(
                            mediaType = ListForms.LINES,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> get(@BeanParam OfflineQuery query) {
        Caller reader = caller.get();
        List<String> regions = query.codes(new ParameterReader(reader));
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(
                        sent -> lists.send(sent, out -> bundle.write(reader, regions, out)))
                .header("Vary", "Authorization, Accept, Accept-Encoding")
                .header("Cache-Control", "no-store")
                .build();
    }
}
