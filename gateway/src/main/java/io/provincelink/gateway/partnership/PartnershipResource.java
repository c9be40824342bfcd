package io.provincelink.gateway.partnership;

import io.provincelink.gateway.upstream.Reader;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What two or more regions have together, over HTTP. */
@Path("partnerships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regions and partnerships")
public class PartnershipResource {

    private final Partnerships partnerships;
    private final CurrentCaller caller;

    PartnershipResource(Partnerships partnerships, CurrentCaller caller) {
        this.partnerships = partnerships;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getPartnership",
            summary = "What two or more regions have together",
            description =
                    "Agreements, programmes, mechanisms, meetings, delegations, twinnings, trade, donations, assistance and"
                            + " warnings, as far as the caller may see them. Composed out of all services within a deadline;"
                            + " one that does not answer in time is named in unavailable, and its keys are null. What counts"
                            + " is written down in docs/composition.md.")
    @APIResponse(responseCode = "200", description = "The partnership; see unavailable for what is missing.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    @APIResponse(
            responseCode = "503",
            description = "No service can be asked now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<RestResponse<Partnership>> get(@Valid @BeanParam PartnershipQuery query, @BeanParam Reader reader) {
        return partnerships
                .of(query, new ParameterReader(caller.get()), reader.caller())
                .map(reader::answered);
    }
}
