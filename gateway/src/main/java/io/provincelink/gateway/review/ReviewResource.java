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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The answer to what was agreed, what happened, and what is next. */
@Path("programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
public class ReviewResource {

    private final Reviews reviews;

    ReviewResource(Reviews reviews) {
        this.reviews = reviews;
    }

    @GET
    @Path("{id}/review")
    @PermitAll
    @Operation(
            operationId = "reviewProgramme",
            summary = "Every goal with its target, what was published, what is recorded, and a verdict",
            description =
                    "Composed out of all services within a deadline. A service that does not answer in time is named in"
                            + " unavailable, and what it knows is missing. Recorded figures count what the caller may see."
                            + " How a verdict comes about is written down in docs/verdicts.md.")
    @APIResponse(responseCode = "200", description = "The review; see unavailable for what is missing.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    @APIResponse(
            responseCode = "503",
            description = "The programme itself cannot be read now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<RestResponse<Review>> review(
            @PathParam("id")
                    @Parameter(description = "Id or code of the programme.", example = "ha-giang-wenshan-2016-2020")
                    String programme,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(description = "ETag that the reader has; 304 when it is still true.")
                    @Nullable
                    String known,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Parameter(hidden = true) @Nullable String codings) {
        return reviews.of(programme, new OnBehalfOf(authorization, language))
                .map(composed -> composed.response(known, codings));
    }
}
