package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.time.Today;
import io.provincelink.record.PublicationRequest;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.Registrar;
import io.provincelink.record.Shelf;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.change.HistoryItem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Delegations over HTTP. */
@Path("delegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations")
public class DelegationResource {

    private final Delegations delegations;
    private final RecordDesk desk;
    private final Today today;
    private final Shelf<Delegation, DelegationView> shelf;

    public DelegationResource(Delegations delegations, RecordDesk desk, Today today) {
        this.delegations = delegations;
        this.desk = desk;
        this.today = today;
        this.shelf = new Shelf<>(
                delegations, DelegationView.class, (delegation, day) -> DelegationView.of(delegation), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listDelegations", summary = "Delegations, newest first")
    public Page<DelegationView> list(@Valid @BeanParam DelegationQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getDelegation", summary = "One delegation")
    public RestResponse<DelegationView> get(@PathParam("id") String id) {
        Caller reader = desk.caller();
        var ownShelf =
                new Shelf<>(delegations, DelegationView.class, (delegation, day) -> viewFor(reader, delegation), false);
        // who reads decides whether members are shown, so the reader's scope is part of the ETag
        return desk.read(ownShelf, id, reader.scope());
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createDelegation", summary = "Propose a delegation")
    public RestResponse<DelegationView> create(@NotNull @Valid DelegationDraft draft) {
        return desk.create(shelf, draft, () -> {
            Anchor anchor = desk.registrar().anchor(draft.period().from());
            var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.shownTo(), draft.externalIds());
            return new Delegation(desk.registrar().register(entry, anchor, draft.faults(anchor)), draft);
        });
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchDelegation",
            summary = "Change what a delegation says",
            description = "Once it is a proposal no more, only " + DelegationSubstance.REST + " may change.")
    @RequestBody(content = @Content(schema = @Schema(ref = "DelegationPatch")))
    public RestResponse<DelegationView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, delegation -> {
            // the own side's paper, with its people in it; the other side answers by transitions
            desk.caller().requireActsFor(delegation.owner(), delegation.anchor());
            DelegationDraft draft = desk.patched(
                    DelegationDraft.of(delegation),
                    patch,
                    whole -> whole.faults(desk.registrar().anchor(whole.anchorDays()), delegation));
            Anchor anchor = desk.registrar().anchor(draft.period().from());
            desk.registrar().requireStill(draft.regions(), anchor, draft.faults(anchor, delegation));
            delegation.revise(draft, anchor);
        });
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listDelegationHistory",
            summary = "Every version of a delegation: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishDelegation", summary = "Agree to show a delegation to more readers")
    public RestResponse<DelegationView> publish(
            @PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @POST
    @Path("{id}/transitions")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "moveDelegation",
            summary = "Accept, decline, start, complete or cancel a delegation",
            description =
                    "The other side's approver answers a proposal, the writer may cancel it; after that either side takes"
                            + " the next step. If-Match is compared where it is sent.")
    public RestResponse<DelegationView> move(@PathParam("id") String id, @NotNull @Valid DelegationTransition step) {
        return desk.act(shelf, id, step, delegation -> {
            desk.registrar().requireParty(delegation);
            delegation.move(step, desk.caller(), today.now());
            return true;
        });
    }

    private static DelegationView viewFor(Caller reader, Delegation delegation) {
        return reader.reads() && reader.actsFor(delegation.owner(), delegation.anchor())
                ? DelegationView.withMembers(delegation)
                : DelegationView.of(delegation);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listDelegationReads",
            summary = "Who was shown a sensitive delegation before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }
}
