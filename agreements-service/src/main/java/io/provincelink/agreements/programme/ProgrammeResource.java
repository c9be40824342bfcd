package io.provincelink.agreements.programme;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Cooperation programmes over HTTP. {@code {id}} is the id or the code. */
@Path("programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
public class ProgrammeResource {

    private final RecordDesk desk;
    private final Shelf<Programme, ProgrammeView> shelf;

    public ProgrammeResource(Programmes programmes, RecordDesk desk) {
        this.desk = desk;
        // status and late milestones follow the calendar
        this.shelf = new Shelf<>(programmes, ProgrammeView.class, ProgrammeView::of, true);
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProgrammes", summary = "Programmes, newest first")
    public Page<ProgrammeView> list(@Valid @BeanParam ProgrammeQuery query) {
        return desk.list(shelf, query.filter(desk.caller().regions()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getProgramme", summary = "One programme with goals, roadmap and assessment")
    public RestResponse<ProgrammeView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createProgramme", summary = "Draft a programme")
    public RestResponse<ProgrammeView> create(@NotNull @Valid ProgrammeDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchProgramme", summary = "Change what a programme says")
    @RequestBody(content = @Content(schema = @Schema(ref = "ProgrammePatch")))
    public RestResponse<ProgrammeView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(
                shelf,
                id,
                programme ->
                        revise(programme, desk.patched(ProgrammeDraft.of(programme), patch, ProgrammeDraft.class)));
    }

    @PUT
    @Path("{id}/assessment")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "putAssessment", summary = "Record how the parties judged the programme together")
    public RestResponse<ProgrammeView> assess(@PathParam("id") String id, @NotNull @Valid Assessment assessment) {
        return desk.change(shelf, id, programme -> {
            Anchor held = desk.registrar().anchor(assessment.heldOn(), programme.anchor());
            Anchor.requireNone(held.check("/sites/*", assessment.sites()));
            programme.assess(assessment);
        });
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listProgrammeHistory",
            summary = "Every version of a programme: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishProgramme", summary = "Agree to show a programme to more readers")
    public RestResponse<ProgrammeView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getProgrammeByExternalId",
            summary = "The programme that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<ProgrammeView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putProgrammeByExternalId",
            summary = "Hand in a programme under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<ProgrammeView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid ProgrammeDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private Programme drafted(ProgrammeDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.period().from());
        var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.visibility(), draft.externalIds());
        return new Programme(desk.registrar().register(entry, anchor, draft.faults(anchor)), draft);
    }

    private void revise(Programme programme, ProgrammeDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.period().from());
        desk.registrar().requireStill(draft.regions(), anchor, draft.faults(anchor));
        programme.revise(draft, anchor);
    }
}
