package io.provincelink.gateway.activity;

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

/** Who does what where, over HTTP. */
@Path("activities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search and activities")
public class ActivityResource {

    private final ActivityLists lists;
    private final CurrentCaller caller;

    ActivityResource(ActivityLists lists, CurrentCaller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listActivities",
            summary = "Who does what where, and where two do the same",
            description =
                    "Programmes, assistance projects, mechanisms, meetings, delegations, practices and adoptions of these, as"
                            + " far as the caller may see them, those that were recorded last first. Projects and adoptions are"
                            + " compared with each other: different actors, a common field, overlapping days, one region or"
                            + " one inside the other. A service that does not answer in time is named in unavailable.")
    @APIResponse(responseCode = "200", description = "The activities; see unavailable for what is missing.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    @APIResponse(
            responseCode = "503",
            description = "No service that keeps what is asked for can be asked now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<RestResponse<Activities>> list(@Valid @BeanParam ActivityQuery query, @BeanParam Reader reader) {
        query.check(new ParameterReader(caller.get()));
        return lists.of(query, reader.caller()).map(reader::answered);
    }
}
