package io.provincelink.exchanges.adoption;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.exchanges.practice.Practice;
import io.provincelink.exchanges.practice.Practices;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.record.PublicationRequest;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.RecordRoot.Registration;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** A practice's adoptions over HTTP. */
@Path("practices/{id}/adoptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Practices")
public class AdoptionResource {

    private final Practices practices;
    private final Adoptions adoptions;
    private final RecordDesk desk;
    private final Shelf<Adoption, AdoptionView> shelf;

    public AdoptionResource(Practices practices, Adoptions adoptions, RecordDesk desk) {
        this.practices = practices;
        this.adoptions = adoptions;
        this.desk = desk;
        this.shelf = new Shelf<>(adoptions, AdoptionView.class, (adoption, today) -> AdoptionView.of(adoption), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "listAdoptions",
            summary = "Who takes a practice up, and what came of it, newest first; as far as you may see it")
    public Page<AdoptionView> list(@PathParam("id") UUID practice, @Valid @BeanParam AdoptionQuery query) {
        practices.version(desk.caller(), practice.toString()); // 404 where there is none
        return desk.list(
                shelf, query.filter(desk.parameters()).and("r.practice = :practice", "practice", practice), query);
    }

    @GET
    @Path("{adoption}")
    @PermitAll
    @Operation(operationId = "getAdoption", summary = "One adoption")
    public RestResponse<AdoptionView> get(@PathParam("id") UUID practice, @PathParam("adoption") UUID adoption) {
        return desk.read(shelf, adoptions.requireOf(desk.caller(), practice, adoption));
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            operationId = "createAdoption",
            summary = "Take a practice up",
            description =
                    "By an editor of the unit that takes it up, and not by the one that offers it. All who may see"
                            + " the adoption must be able to see the practice.")
    public RestResponse<AdoptionView> create(@PathParam("id") UUID id, @NotNull @Valid AdoptionDraft draft) {
        Practice practice = practices.get(desk.caller(), id.toString());
        return desk.create(shelf, draft, () -> new Adoption(registration(practice, draft), practice, draft));
    }

    @PATCH
    @Path("{adoption}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchAdoption",
            summary = "Change what an adoption says: report back how far it is, and what came of it")
    @RequestBody(content = @Content(schema = @Schema(ref = "AdoptionPatch")))
    public RestResponse<AdoptionView> patch(
            @PathParam("id") UUID practice, @PathParam("adoption") UUID adoption, @NotNull JsonNode patch) {
        String reference = adoptions.requireOf(desk.caller(), practice, adoption);
        return desk.change(shelf, reference, present -> {
            AdoptionDraft before = AdoptionDraft.of(present);
            AdoptionDraft draft = desk.patched(before, patch, whole -> whole.faultsBeside(present));
            Anchor anchor = desk.registrar().anchor(present, draft);
            List<Fault> faults = new ArrayList<>(desk.faults(before, draft, anchor));
            faults.addAll(draft.faultsBeside(present));
            desk.registrar().requireStill(List.of(draft.adopter()), anchor, faults);
            present.revise(draft, offering(present, anchor), anchor);
        });
    }

    @DELETE
    @Path("{adoption}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteAdoption",
            summary = "Take an adoption back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") UUID practice, @PathParam("adoption") UUID adoption) {
        return desk.remove(shelf, adoptions.requireOf(desk.caller(), practice, adoption));
    }

    @GET
    @Path("{adoption}/history")
    @PermitAll
    @Operation(
            operationId = "listAdoptionHistory",
            summary = "Every version of an adoption: who, when and what, newest first")
    public Page<HistoryItem> history(
            @PathParam("id") UUID practice, @PathParam("adoption") UUID adoption, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, adoptions.requireOf(desk.caller(), practice, adoption), page);
    }

    @POST
    @Path("{adoption}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishAdoption", summary = "Agree to show an adoption to more readers")
    public RestResponse<AdoptionView> publish(
            @PathParam("id") UUID practice,
            @PathParam("adoption") UUID adoption,
            @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, adoptions.requireOf(desk.caller(), practice, adoption), request);
    }

    @GET
    @Path("{adoption}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listAdoptionReads",
            summary = "Who was shown a sensitive adoption before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(
            @PathParam("id") UUID practice, @PathParam("adoption") UUID adoption, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, adoptions.requireOf(desk.caller(), practice, adoption), page);
    }

    private Registration registration(Practice practice, AdoptionDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        List<String> offering = AdoptionParties.offering(practice, anchor);
        List<Fault> faults = new ArrayList<>(draft.faults(anchor, desk.caller().today()));
        if (offering.contains(draft.adopter())) {
            faults.add(Fault.at("/adopter", "same-party-twice"));
        }
        Anchor.requireNone(faults);
        // not for who offers it either: that its practice is used elsewhere is not its to say
        desk.caller().requireActsFor(draft.adopter(), anchor.day());
        List<String> parties = AdoptionParties.of(draft.adopter(), offering);
        return desk.registrar()
                .register(
                        new Registrar.Entry(draft.id(), parties, draft.visibility(), draft.externalIds()),
                        anchor,
                        faults);
    }

    /** The other parties stay where the day does that decides about codes, and where the practice is not to be seen any more. */
    private List<String> offering(Adoption present, Anchor anchor) {
        return anchor.day().equals(present.anchor())
                ? present.parties()
                : practices
                        .find(desk.caller(), present.practice().toString())
                        .map(practice -> AdoptionParties.offering(practice, anchor))
                        .orElseGet(() -> AdoptionParties.still(present.parties(), anchor));
    }
}
