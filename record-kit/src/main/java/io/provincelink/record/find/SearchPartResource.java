package io.provincelink.record.find;

import io.provincelink.kit.caller.CurrentCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway only, which does not pass this address on; scoped by the caller like everything else. */
@Path("search-part")
@Produces(MediaType.APPLICATION_JSON)
public class SearchPartResource {

    private final Finds finds;
    private final CurrentCaller caller;

    public SearchPartResource(Finds finds, CurrentCaller caller) {
        this.finds = finds;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public SearchPart get(@Valid @BeanParam SearchPartQuery query) {
        return finds.of(caller.get(), query);
    }
}
