package io.provincelink.exchanges.delegation;

import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Somebody who travelled with several delegations, over HTTP. */
@Path("persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations")
public class PersonResource {

    private final DelegationMembers members;
    private final RecordDesk desk;

    public PersonResource(DelegationMembers members, RecordDesk desk) {
        this.members = members;
        this.desk = desk;
    }

    @DELETE
    @Path("{person}")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person from all delegations that the own side sends, for good",
            description = "By the id that the own side gave. What other sides keep under the same id stays.")
    @APIResponse(responseCode = "204", description = "Nothing but the id is left anywhere.")
    public RestResponse<Void> erase(@PathParam("person") UUID person) {
        if (!members.eraseEverywhere(desk.caller(), person)) {
            throw ProblemException.notFound();
        }
        return RestResponse.noContent();
    }
}
