package io.provincelink.agreements.povertylist;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lists of poor units over HTTP. */
@Path("poverty-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Poverty lists")
public class PovertyListResource {

    private final RecordDesk desk;
    private final PovertyLists lists;
    private final Shelf<PovertyList, PovertyListView> shelf;
    private final Shelf<PovertyList, PovertyListLine> lines;

    public PovertyListResource(PovertyLists lists, RecordDesk desk) {
        this.desk = desk;
        this.lists = lists;
        this.shelf = shelf(null);
        this.lines = new Shelf<>(lists, PovertyListLine.class, (list, today) -> PovertyListLine.of(list), false);
    }

    private Shelf<PovertyList, PovertyListView> shelf(@Nullable LocalDate on) {
        return new Shelf<>(lists, PovertyListView.class, (list, today) -> PovertyListView.of(list, on), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listPovertyLists", summary = "Lists of poor units, newest first, without the units")
    public Page<PovertyListLine> list(@Valid @BeanParam PovertyListQuery query) {
        return desk.list(lines, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getPovertyList",
            summary = "One list with its units",
            description = "The published number stands beside the units that are recorded; neither corrects the other.")
    public RestResponse<PovertyListView> get(
            @PathParam("id") String id,
            @QueryParam("on")
                    @Parameter(
                            description = "Only the units that stood on the list on this day, counted.",
                            example = "2009-03-18")
                    @Nullable
                    LocalDate on) {
        return desk.read(shelf(on), id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createPovertyList", summary = "Record a list of poor units")
    public RestResponse<PovertyListView> create(@NotNull @Valid PovertyListDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchPovertyList", summary = "Change what a list says, as units join and leave it")
    @RequestBody(content = @Content(schema = @Schema(ref = "PovertyListPatch")))
    public RestResponse<PovertyListView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, list -> {
            revise(list, desk.patched(PovertyListDraft.of(list), patch));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deletePovertyList",
            summary = "Take a list back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listPovertyListHistory",
            summary = "Every version of a list: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishPovertyList", summary = "Agree to show a list to more readers")
    public RestResponse<PovertyListView> publish(
            @PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getPovertyListByExternalId",
            summary = "The record that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<PovertyListView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putPovertyListByExternalId",
            summary = "Hand in a record under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<PovertyListView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid PovertyListDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private PovertyList drafted(PovertyListDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), draft.parties(), draft.visibility(), draft.externalIds());
        return new PovertyList(desk.registrar().register(entry, anchor, draft.faults(anchor)), draft);
    }

    private void revise(PovertyList list, PovertyListDraft draft) {
        Anchor anchor = desk.registrar().anchor(list, draft);
        desk.registrar().requireStill(draft.parties(), anchor, desk.faults(PovertyListDraft.of(list), draft, anchor));
        list.revise(draft, anchor);
    }
}
