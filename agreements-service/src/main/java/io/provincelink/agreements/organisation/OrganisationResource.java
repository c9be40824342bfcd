package io.provincelink.agreements.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
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

/** Organisations over HTTP. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistance")
public class OrganisationResource {

    private final RecordDesk desk;
    private final Shelf<Organisation, OrganisationView> shelf;

    public OrganisationResource(Organisations organisations, RecordDesk desk) {
        this.desk = desk;
        // a registration runs out by the calendar
        this.shelf = new Shelf<>(organisations, OrganisationView.class, OrganisationView::of, true);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "listOrganisations",
            summary = "Organisations that give or carry out assistance, newest first")
    public Page<OrganisationView> list(@Valid @BeanParam OrganisationQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getOrganisation", summary = "One organisation with its registration")
    public RestResponse<OrganisationView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createOrganisation", summary = "Record an organisation")
    public RestResponse<OrganisationView> create(@NotNull @Valid OrganisationDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    private String ownUnit() {
        Region unit = desk.caller().unit();
        if (unit == null) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
        return unit.code();
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchOrganisation", summary = "Change what is known of an organisation")
    @RequestBody(content = @Content(schema = @Schema(ref = "OrganisationPatch")))
    public RestResponse<OrganisationView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, organisation -> {
            revise(
                    organisation,
                    desk.patched(OrganisationDraft.of(organisation), patch, draft -> fixed(organisation, draft)));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteOrganisation",
            summary = "Take an organisation back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listOrganisationHistory",
            summary = "Every version of an organisation: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishOrganisation", summary = "Agree to show an organisation to more readers")
    public RestResponse<OrganisationView> publish(
            @PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getOrganisationByExternalId",
            summary = "The record that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<OrganisationView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putOrganisationByExternalId",
            summary = "Hand in a record under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<OrganisationView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid OrganisationDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private Organisation drafted(OrganisationDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        String owner = draft.owner() == null ? ownUnit() : draft.owner();
        var entry = new Registrar.Entry(draft.id(), List.of(owner), draft.visibility(), draft.externalIds());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor));
        if (draft.owner() == null) {
            faults.addAll(anchor.check("/owner", owner));
        }
        return new Organisation(desk.registrar().register(entry, anchor, faults), draft);
    }

    private void revise(Organisation organisation, OrganisationDraft draft) {
        Anchor anchor = desk.registrar().anchor(organisation, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(OrganisationDraft.of(organisation), draft, anchor));
        faults.addAll(fixed(organisation, draft));
        desk.registrar().requireStill(organisation.parties(), anchor, faults);
        organisation.revise(draft, anchor);
    }

    private static List<Fault> fixed(Organisation organisation, OrganisationDraft draft) {
        return draft.owner() == null || draft.owner().equals(organisation.owner())
                ? List.of()
                : List.of(Fault.fixed("/owner", organisation.owner()));
    }
}
