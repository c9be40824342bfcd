package io.provincelink.exchanges.practice;

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

/** Practices over HTTP. */
@Path("practices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Practices")
public class PracticeResource {

    private final RecordDesk desk;
    private final Shelf<Practice, PracticeView> shelf;

    public PracticeResource(Practices practices, RecordDesk desk) {
        this.desk = desk;
        this.shelf = new Shelf<>(practices, PracticeView.class, (practice, today) -> PracticeView.of(practice), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listPractices", summary = "Practices, newest first")
    public Page<PracticeView> list(@Valid @BeanParam PracticeQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getPractice", summary = "One practice")
    public RestResponse<PracticeView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createPractice", summary = "Offer a practice")
    public RestResponse<PracticeView> create(@NotNull @Valid PracticeDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchPractice", summary = "Change what a practice says")
    @RequestBody(content = @Content(schema = @Schema(ref = "PracticePatch")))
    public RestResponse<PracticeView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, practice -> {
            revise(practice, desk.patched(PracticeDraft.of(practice), patch, draft -> draft.faultsBeside(practice)));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deletePractice",
            summary = "Take a practice back",
            description = "A draft by its own side, and never what is public: others may have taken it up.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listPracticeHistory",
            summary = "Every version of a practice: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "publishPractice",
            summary = "Agree to show a practice to more readers: the approver of the region that offers it")
    public RestResponse<PracticeView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listPracticeReads",
            summary = "Who was shown a sensitive practice before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getPracticeByExternalId",
            summary = "The practice that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<PracticeView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putPracticeByExternalId",
            summary = "Hand in a practice under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<PracticeView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid PracticeDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private Practice drafted(PracticeDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), List.of(draft.region()), draft.visibility(), draft.externalIds());
        List<Fault> faults = draft.faults(anchor, desk.caller().today());
        return new Practice(desk.registrar().register(entry, anchor, faults), draft);
    }

    private void revise(Practice practice, PracticeDraft draft) {
        Anchor anchor = desk.registrar().anchor(practice, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(PracticeDraft.of(practice), draft, anchor));
        faults.addAll(draft.faultsBeside(practice));
        desk.registrar().requireStill(practice.parties(), anchor, faults);
        practice.revise(draft, anchor);
    }
}
