package io.provincelink.gateway.review;

import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far a programme's turnover goal has been reached, over HTTP. */
@Path("programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
public class TradeProgressResource {

    private final TradeProgresses progresses;

    TradeProgressResource(TradeProgresses progresses) {
        this.progresses = progresses;
    }

    @GET
    @Path("{id}/trade-progress")
    @PermitAll
    @Operation(
            operationId = "getProgrammeTradeProgress",
            summary =
                    "How far a programme's turnover goal has been reached, by month, and what it comes to at this rate",
            description =
                    "The goal is agreements-service's, the figures are trade-service's; without the latter progress"
                            + " is null, and unavailable names it.")
    @APIResponse(
            responseCode = "200",
            description = "The progress; see unavailable for what is missing.",
            content = @Content(schema = @Schema(implementation = ProgrammeTradeProgress.class)))
    @APIResponse(
            responseCode = "503",
            description = "The programme itself cannot be read now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<ProgrammeTradeProgress> get(
            @PathParam("id")
                    @Parameter(description = "Id or code of the programme.", example = "ha-giang-wenshan-2016-2020")
                    String programme,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return progresses.of(programme, new OnBehalfOf(authorization, language));
    }
}
