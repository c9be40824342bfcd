package io.provincelink.record.change;

import io.provincelink.kit.caller.CurrentCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change log over HTTP, for partner systems and phones that keep a copy. */
@Path("changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangeResource {

    private final Changes changes;
    private final CurrentCaller caller;

    public ChangeResource(Changes changes, CurrentCaller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listChanges",
            summary = "What happened after a cursor, in the order in which it happened",
            description =
                    "Keep nextCursor and send it as after; nothing is missed and nothing comes twice. A record that comes into"
                            + " the reader's sight is CREATED, one that goes out of it DELETED. 410: read everything anew and start without after.")
    public Feed list(
            @Valid @BeanParam ChangeQuery query,
            @HeaderParam(CurrentCaller.ON_BEHALF_OF) @Parameter(hidden = true) @Nullable String unit) {
        return changes.feed(caller.onBehalfOf(unit), query);
    }
}
