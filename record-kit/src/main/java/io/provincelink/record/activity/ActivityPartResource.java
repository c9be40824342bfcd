package io.provincelink.record.activity;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway only, which does not pass this address on; scoped by the caller like everything else. */
@Path("activity-part")
@Produces(MediaType.APPLICATION_JSON)
public class ActivityPartResource {

    private final ActivityParts parts;
    private final CurrentCaller caller;

    public ActivityPartResource(ActivityParts parts, CurrentCaller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public ActivityPart get(@Valid @BeanParam ActivityPartQuery query) {
        Caller reader = caller.get();
        return parts.of(reader, query, query.question(new ParameterReader(reader)));
    }
}
