package io.provincelink.gateway.overview;

import io.provincelink.gateway.brief.RegionInShort;
import io.provincelink.gateway.upstream.Reader;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A region at a glance, over HTTP. */
@Path("regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regions and partnerships")
public class RegionOverviewResource {

    private final RegionOverviews overviews;
    private final CurrentCaller caller;

    RegionOverviewResource(RegionOverviews overviews, CurrentCaller caller) {
        this.overviews = overviews;
        this.caller = caller;
    }

    @GET
    @Path("{code}/overview")
    @PermitAll
    @Operation(
            operationId = "getRegionOverview",
            summary = "A region at a glance: programmes, what is to come, trade, aid, twins, warnings",
            description =
                    "As far as the caller may see it. Composed out of all services within a deadline; one that does not"
                            + " answer in time is named in unavailable, and its keys are null. A closed unit shows what it"
                            + " had. What counts is written down in docs/composition.md.")
    @APIResponse(responseCode = "200", description = "The overview; see unavailable for what is missing.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    @APIResponse(
            responseCode = "404",
            description = "No unit ever had this code; the nearest ones are named.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "503",
            description = "No service can be asked now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<RestResponse<RegionOverview>> get(
            @PathParam("code") @Parameter(description = "Code of a unit of any time.", example = "VN.08") String code,
            @QueryParam("rollup")
                    @Parameter(
                            description = "current: with what was in the units whose area it took over.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
                    @Nullable
                    String rollup,
            @BeanParam Reader reader) {
        Regions known = caller.get().regions();
        RegionInShort region = RegionInShort.of(known, code, caller.get().today())
                .orElseThrow(() -> ProblemException.notFound(
                        Fault.at("{code}", "unknown-region", String.join(", ", known.nearest(code, 3)))));
        Parameters.rollsUp(rollup);
        return overviews.of(region, rollup, reader.caller()).map(reader::answered);
    }
}
