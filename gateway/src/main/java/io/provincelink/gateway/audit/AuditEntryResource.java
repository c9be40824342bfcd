package io.provincelink.gateway.audit;

import io.provincelink.gateway.store.Store;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.ParameterReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what, over HTTP, for those who operate a unit's systems. */
@Path("audit-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditEntryResource {

    private final Store store;
    private final AuditEntries entries;
    private final CurrentCaller current;

    AuditEntryResource(Store store, AuditEntries entries, CurrentCaller current) {
        this.store = store;
        this.entries = entries;
        this.current = current;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what through the gateway, and who was refused, newest first",
            description =
                    "Every attempt to write and every refusal, some seconds after it happened, of the own unit and of units that it"
                            + " succeeded; without a unit, those of tokens without one and of callers without a token. Refusals that"
                            + " come again and again are one entry with times. Nothing in it names a person or shows what was written."
                            + " 503: the gateway's own database is away.")
    public Page<AuditEntry> list(@Valid @BeanParam AuditQuery query) {
        Caller caller = current.get();
        query.check(new ParameterReader(caller));
        return query.page(
                store.transaction(connection -> entries.list(connection, caller, query)),
                AuditEntries.Place::after,
                entry -> entry);
    }
}
