package io.provincelink.agreements.donation;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Donations over HTTP. */
@Path("donations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Donations")
public class DonationResource {

    private final RecordDesk desk;
    private final DonationRules rules;
    private final Shelf<Donation, DonationView> shelf;

    public DonationResource(Donations donations, DonationRules rules, RecordDesk desk) {
        this.desk = desk;
        this.rules = rules;
        this.shelf = new Shelf<>(donations, DonationView.class, (donation, today) -> DonationView.of(donation), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listDonations", summary = "Donations, newest first")
    public Page<DonationView> list(@Valid @BeanParam DonationQuery query) {
        Filter filter = query.filter(desk.parameters(), programme -> rules.names(desk.caller(), programme));
        return desk.list(shelf, filter, query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getDonation", summary = "One donation")
    public RestResponse<DonationView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createDonation", summary = "Record a donation in kind")
    public RestResponse<DonationView> create(@NotNull @Valid DonationDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchDonation", summary = "Change what a donation says")
    @RequestBody(content = @Content(schema = @Schema(ref = "DonationPatch")))
    public RestResponse<DonationView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, donation -> {
            revise(donation, desk.patched(DonationDraft.of(donation), patch, draft -> rules.faults(draft, donation)));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteDonation",
            summary = "Take a donation back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listDonationHistory",
            summary = "Every version of a donation: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishDonation", summary = "Agree to show a donation to more readers")
    public RestResponse<DonationView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getDonationByExternalId",
            summary = "The donation that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<DonationView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putDonationByExternalId",
            summary = "Hand in a donation under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<DonationView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid DonationDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private Donation drafted(DonationDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), draft.parties(), draft.visibility(), draft.externalIds());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor, desk.caller().today()));
        faults.addAll(rules.faults(draft, (Donation) null));
        return new Donation(desk.registrar().register(entry, anchor, faults), draft);
    }

    private void revise(Donation donation, DonationDraft draft) {
        Anchor anchor = desk.registrar().anchor(donation, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(DonationDraft.of(donation), draft, anchor));
        faults.addAll(rules.faults(draft, donation));
        desk.registrar().requireStill(draft.parties(), anchor, faults);
        donation.revise(draft, anchor);
    }
}
