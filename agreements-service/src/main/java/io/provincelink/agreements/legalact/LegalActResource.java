package io.provincelink.agreements.legalact;

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

/** Legal acts over HTTP. {@code {id}} is the id or the code. */
@Path("legal-acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal acts")
public class LegalActResource {

    private final LegalActs acts;
    private final RecordDesk desk;
    private final Shelf<LegalAct, LegalActView> shelf;

    public LegalActResource(LegalActs acts, RecordDesk desk) {
        this.acts = acts;
        this.desk = desk;
        // whether an act is valid follows the calendar
        this.shelf = new Shelf<>(acts, LegalActView.class, LegalActView::of, true);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listLegalActs", summary = "Legal acts, newest first")
    public Page<LegalActView> list(@Valid @BeanParam LegalActQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getLegalAct", summary = "One legal act, and whether it is valid today")
    public RestResponse<LegalActView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createLegalAct", summary = "Record a legal act of the own side")
    public RestResponse<LegalActView> create(@NotNull @Valid LegalActDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchLegalAct", summary = "Change what is recorded of a legal act")
    @RequestBody(content = @Content(schema = @Schema(ref = "LegalActPatch")))
    public RestResponse<LegalActView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, act -> {
            LegalActDraft draft = desk.patched(LegalActDraft.of(act), patch, whole -> {
                List<Fault> faults = new ArrayList<>();
                acts.links(desk.caller(), whole, act, faults);
                return faults;
            });
            revise(act, draft);
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteLegalAct",
            summary = "Take a legal act back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listLegalActHistory",
            summary = "Every version of a legal act: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishLegalAct", summary = "Agree to show a legal act to more readers")
    public RestResponse<LegalActView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getLegalActByExternalId",
            summary = "The record that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<LegalActView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putLegalActByExternalId",
            summary = "Hand in a record under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<LegalActView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid LegalActDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private LegalAct drafted(LegalActDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.visibility(), draft.externalIds());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor));
        LegalAct.Links links = acts.links(desk.caller(), draft, null, faults);
        return new LegalAct(desk.registrar().register(entry, anchor, faults), draft, links);
    }

    private void revise(LegalAct act, LegalActDraft draft) {
        Anchor anchor = desk.registrar().anchor(act, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(LegalActDraft.of(act), draft, anchor));
        LegalAct.Links links = acts.links(desk.caller(), draft, act, faults);
        desk.registrar().requireStill(draft.regions(), anchor, faults);
        act.revise(draft, links, anchor);
    }
}
