package io.provincelink.agreements.twinning;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Twinnings over HTTP. */
@Path("twinnings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Twinnings")
public class TwinningResource {

    private final RecordDesk desk;
    private final TwinningRules rules;
    private final Shelf<Twinning, TwinningView> shelf;

    public TwinningResource(Twinnings twinnings, TwinningRules rules, RecordDesk desk) {
        this.desk = desk;
        this.rules = rules;
        this.shelf = new Shelf<>(twinnings, TwinningView.class, (twinning, today) -> TwinningView.of(twinning), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listTwinnings", summary = "Twinnings, newest first")
    public Page<TwinningView> list(@Valid @BeanParam TwinningQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getTwinning", summary = "One twinning")
    public RestResponse<TwinningView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createTwinning", summary = "Record a twinning")
    public RestResponse<TwinningView> create(@NotNull @Valid TwinningDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchTwinning", summary = "Change what a twinning says")
    @RequestBody(content = @Content(schema = @Schema(ref = "TwinningPatch")))
    public RestResponse<TwinningView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, twinning -> {
            revise(twinning, desk.patched(TwinningDraft.of(twinning), patch, draft -> rules.faults(draft, twinning)));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteTwinning",
            summary = "Take a twinning back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listTwinningHistory",
            summary = "Every version of a twinning: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishTwinning", summary = "Agree to show a twinning to more readers")
    public RestResponse<TwinningView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listTwinningReads",
            summary = "Who was shown a sensitive twinning before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getTwinningByExternalId",
            summary = "The twinning that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<TwinningView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putTwinningByExternalId",
            summary = "Hand in a twinning under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<TwinningView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid TwinningDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private Twinning drafted(TwinningDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), draft.parties(), draft.visibility(), draft.externalIds());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor));
        faults.addAll(rules.faults(draft, (Twinning) null));
        return new Twinning(desk.registrar().register(entry, anchor, faults), draft);
    }

    private void revise(Twinning twinning, TwinningDraft draft) {
        Anchor anchor = desk.registrar().anchor(twinning, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(TwinningDraft.of(twinning), draft, anchor));
        faults.addAll(rules.faults(draft, twinning));
        desk.registrar().requireStill(draft.parties(), anchor, faults);
        twinning.revise(draft, anchor);
    }
}
