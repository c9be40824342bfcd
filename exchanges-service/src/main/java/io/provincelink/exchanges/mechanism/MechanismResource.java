package io.provincelink.exchanges.mechanism;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.words.ExternalId;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Mechanisms over HTTP. */
@Path("mechanisms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mechanisms")
public class MechanismResource {

    private final RecordDesk desk;
    private final Shelf<Mechanism, MechanismView> shelf;

    public MechanismResource(Mechanisms mechanisms, RecordDesk desk) {
        this.desk = desk;
        this.shelf =
                new Shelf<>(mechanisms, MechanismView.class, (mechanism, today) -> MechanismView.of(mechanism), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listMechanisms", summary = "Mechanisms, newest first")
    public Page<MechanismView> list(@Valid @BeanParam MechanismQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getMechanism", summary = "One mechanism")
    public RestResponse<MechanismView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createMechanism", summary = "Record a mechanism")
    public RestResponse<MechanismView> create(@NotNull @Valid MechanismDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchMechanism", summary = "Change what a mechanism says")
    @RequestBody(content = @Content(schema = @Schema(ref = "MechanismPatch")))
    public RestResponse<MechanismView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(
                shelf, id, mechanism -> revise(mechanism, desk.patched(MechanismDraft.of(mechanism), patch)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteMechanism",
            summary = "Take a mechanism back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public."
                    + " Meetings that name it stay as they are.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listMechanismHistory",
            summary = "Every version of a mechanism: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishMechanism", summary = "Agree to show a mechanism to more readers")
    public RestResponse<MechanismView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listMechanismReads",
            summary = "Who was shown a sensitive mechanism before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getMechanismByExternalId",
            summary = "The mechanism that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<MechanismView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putMechanismByExternalId",
            summary = "Hand in a mechanism under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<MechanismView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid MechanismDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private Mechanism drafted(MechanismDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.visibility(), draft.externalIds());
        return new Mechanism(desk.registrar().register(entry, anchor, draft.faults(anchor)), draft);
    }

    private void revise(Mechanism mechanism, MechanismDraft draft) {
        Anchor anchor = desk.registrar().anchor(mechanism, draft);
        desk.registrar()
                .requireStill(draft.regions(), anchor, desk.faults(MechanismDraft.of(mechanism), draft, anchor));
        mechanism.revise(draft, anchor);
    }
}
