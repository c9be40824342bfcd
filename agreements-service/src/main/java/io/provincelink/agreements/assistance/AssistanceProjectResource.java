package io.provincelink.agreements.assistance;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.organisation.Organisations;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.Filter;
import io.provincelink.record.PublicationRequest;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.RecordRoot;
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

/** Projects of assistance over HTTP. */
@Path("assistance-projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistance")
public class AssistanceProjectResource {

    private final RecordDesk desk;
    private final Organisations organisations;
    private final AssistanceProjectRules rules;
    private final Shelf<AssistanceProject, AssistanceProjectView> shelf;

    public AssistanceProjectResource(
            AssistanceProjects projects, Organisations organisations, AssistanceProjectRules rules, RecordDesk desk) {
        this.desk = desk;
        this.rules = rules;
        this.organisations = organisations;
        this.shelf = new Shelf<>(
                projects, AssistanceProjectView.class, (project, today) -> AssistanceProjectView.of(project), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listAssistanceProjects", summary = "Projects of assistance, newest first")
    public Page<AssistanceProjectView> list(@Valid @BeanParam AssistanceProjectQuery query) {
        Filter filter = query.filter(
                desk.parameters(), id -> organisations.find(desk.caller(), id).map(RecordRoot::id));
        return desk.list(shelf, filter, query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getAssistanceProject", summary = "One project with the sums of its transactions")
    public RestResponse<AssistanceProjectView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createAssistanceProject", summary = "Record a project of assistance")
    public RestResponse<AssistanceProjectView> create(@NotNull @Valid AssistanceProjectDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchAssistanceProject",
            summary = "Change what a project says, its status among it; what has begun does not become PIPELINE again")
    @RequestBody(content = @Content(schema = @Schema(ref = "AssistanceProjectPatch")))
    public RestResponse<AssistanceProjectView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, project -> {
            revise(
                    project,
                    desk.patched(AssistanceProjectDraft.of(project), patch, draft -> rules.faults(draft, project)));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteAssistanceProject",
            summary = "Take a project back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listAssistanceProjectHistory",
            summary = "Every version of a project: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishAssistanceProject", summary = "Agree to show a project to more readers")
    public RestResponse<AssistanceProjectView> publish(
            @PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listAssistanceProjectReads",
            summary = "Who was shown a sensitive project before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getAssistanceProjectByExternalId",
            summary = "The record that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<AssistanceProjectView> getByKey(
            @PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putAssistanceProjectByExternalId",
            summary = "Hand in a record under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<AssistanceProjectView> putByKey(
            @PathParam("system") String system,
            @PathParam("id") String id,
            @NotNull @Valid AssistanceProjectDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private AssistanceProject drafted(AssistanceProjectDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(
                draft.id(), List.of(draft.owner().region()), draft.visibility(), draft.externalIds());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor));
        faults.addAll(rules.faults(draft, (AssistanceProject) null));
        return new AssistanceProject(desk.registrar().register(entry, anchor, faults), draft);
    }

    private void revise(AssistanceProject project, AssistanceProjectDraft draft) {
        Anchor anchor = desk.registrar().anchor(project, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(AssistanceProjectDraft.of(project), draft, anchor));
        faults.addAll(rules.faults(draft, project));
        desk.registrar().requireStill(project.parties(), anchor, faults);
        project.revise(draft, anchor);
    }
}
