package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.delegation.member.MemberErasure;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.Shelf;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who may read the members of a delegation, and their erasure, over HTTP. All of it is for an approver of the side that sends them. */
@Path("delegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations")
public class DelegationMembersResource {

    private final Delegations delegations;
    private final DelegationMembers members;
    private final RecordDesk desk;
    private final Conditional conditional;
    private final Shelf<Delegation, DelegationView> shelf;

    public DelegationMembersResource(
            Delegations delegations, DelegationMembers members, RecordDesk desk, Conditional conditional) {
        this.delegations = delegations;
        this.members = members;
        this.desk = desk;
        this.conditional = conditional;
        this.shelf = new Shelf<>(
                delegations, DelegationView.class, (delegation, day) -> DelegationView.of(delegation), false);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "releaseDelegationMembers",
            summary = "Let the other side read who travels, until the end of a day",
            description =
                    "By the side that sends them, at most until one year after the return; it ends when the delegation is declined or"
                            + " cancelled. Each reading by the other side is noted; see reads.")
    public RestResponse<DelegationView> release(@PathParam("id") String id, @NotNull @Valid DelegationRelease release) {
        return desk.step(shelf, id, release, delegation -> {
            requireSendersApprover(delegation);
            return delegation.release(release.until(), desk.caller().today());
        });
    }

    @DELETE
    @Path("{id}/release")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "withholdDelegationMembers",
            summary = "Let the other side read no more who travels",
            description = "What it has read it has read.")
    @APIResponse(responseCode = "204", description = "Only the side that sends them reads them now.")
    public RestResponse<Void> withhold(@PathParam("id") String id) {
        Delegation delegation = toChange(id);
        if (delegation.membersReleasedUntil() != null) {
            delegation.withhold();
            delegations.changed(desk.caller(), delegation);
        }
        return RestResponse.noContent();
    }

    @DELETE
    @Path("{id}/members/{person}")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "eraseDelegationMember",
            summary = "Erase who travelled, for good",
            description =
                    "The key is deleted, so that the person cannot be read in any copy of the records either. How many"
                            + " travelled stays. See erasures.")
    @APIResponse(responseCode = "204", description = "Nothing but the id is left.")
    public RestResponse<Void> erase(@PathParam("id") String id, @PathParam("person") String person) {
        Delegation delegation = toChange(id);
        if (delegation.members().stream().noneMatch(member -> isNamed(member.person(), person))) {
            throw ProblemException.notFound();
        }
        members.erase(
                desk.caller(),
                List.of(delegation),
                member -> isNamed(member.person(), person),
                MemberErasure.Reason.REQUEST);
        return RestResponse.noContent();
    }

    private static boolean isNamed(UUID person, String text) {
        return person.toString().equalsIgnoreCase(text);
    }

    @GET
    @Path("{id}/erasures")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listDelegationErasures",
            summary = "Who was erased from a delegation, when and why, newest first")
    public Page<MemberErasure> erasures(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        Caller reader = desk.caller();
        Delegation delegation = delegations.get(reader, id);
        requireSendersApprover(delegation);
        return page.page(
                members.erasures(reader, delegation, page),
                erasure -> erasure.id().toString(),
                erasure -> erasure);
    }

    private Delegation toChange(String id) {
        Delegation delegation = delegations.toWrite(desk.caller(), id);
        requireSendersApprover(delegation);
        conditional.requireMatch(delegation.version());
        return delegation;
    }

    private void requireSendersApprover(Delegation delegation) {
        desk.caller().requireDecidesForOneOf(List.of(delegation.sending()), delegation.anchor());
    }
}
