package io.provincelink.gateway.search;

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

/** One search over everything, over HTTP. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search and activities")
public class SearchResource {

    private final Searches searches;
    private final CurrentCaller caller;

    SearchResource(Searches searches, CurrentCaller caller) {
        this.searches = searches;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "search",
            summary = "Records of all types with these words, the best hits first",
            description =
                    "As far as the caller may see them. A hit whose title has all words comes before one that has them"
                            + " elsewhere; of hits that are as good, the one that was recorded last comes first. A service"
                            + " that does not answer in time is named in unavailable.")
    @APIResponse(responseCode = "200", description = "What was found; see unavailable for what is missing.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    @APIResponse(
            responseCode = "503",
            description = "No service that keeps what is searched for can be asked now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<RestResponse<SearchAnswer>> search(@Valid @BeanParam SearchQuery query, @BeanParam Reader reader) {
        query.check(new ParameterReader(caller.get()));
        return searches.of(query, reader.caller()).map(reader::answered);
    }
}
