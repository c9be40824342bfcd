package io.provincelink.agreements.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.life.AgreementActionRequest;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.Filter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Agreements over HTTP. {@code {id}} is the id or the code. */
@Path("agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
public class AgreementResource {

    private final Agreements agreements;
    private final AgreementReferences references;
    private final AgreementRelations relations;
    private final RecordDesk desk;
    private final Today today;
    private final Shelf<Agreement, AgreementView> shelf;

    public AgreementResource(
            Agreements agreements,
            AgreementReferences references,
            AgreementRelations relations,
            RecordDesk desk,
            Today today) {
        this.references = references;
        this.relations = relations;
        this.desk = desk;
        this.agreements = agreements;
        this.today = today;
        // the status follows the calendar, and which notes are shown the reader
        this.shelf = new Shelf<>(
                agreements,
                AgreementView.class,
                (agreement, day) -> on(day).whole(agreement, desk.caller()),
                true,
                true);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listAgreements", summary = "Agreements, newest first")
    public Page<AgreementView> list(@Valid @BeanParam AgreementQuery query) {
        Shelf<Agreement, AgreementView> list = new Shelf<>(
                agreements,
                AgreementView.class,
                (agreement, day) -> on(query.day(day)).brief(agreement),
                true);
        Filter filter = query.filter(desk.parameters(), reference -> references.named(desk.caller(), reference));
        return desk.list(list, filter, query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getAgreement",
            summary = "One agreement with its status, and what can be done with it, today or on another day")
    public RestResponse<AgreementView> get(
            @PathParam("id") String id,
            @QueryParam("asOf") @Parameter(description = "The day that is asked for.", example = "2019-06-30") @Nullable
                    LocalDate asOf) {
        if (asOf == null) {
            return desk.read(shelf, id);
        }
        Shelf<Agreement, AgreementView> then = new Shelf<>(
                agreements, AgreementView.class, (agreement, day) -> on(asOf).whole(agreement, desk.caller()), true);
        return desk.read(then, id, asOf, desk.caller().today(), desk.caller().scope());
    }

    private AgreementView.Reader on(LocalDate day) {
        return new AgreementView.Reader(
                desk.caller().regions(), day, desk.caller().today());
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "createAgreement", summary = "Draft an agreement or record a signed one")
    public RestResponse<AgreementView> create(@NotNull @Valid AgreementDraft draft) {
        return desk.create(shelf, draft, () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchAgreement",
            summary = "Change what an agreement says",
            description =
                    "signedOn and period are stated by the side that wrote the record. Once a party has signed by an"
                            + " action only "
                            + AgreementSubstance.REST
                            + " may change; where the record states that it was signed, the side that wrote it"
                            + " corrects the rest.")
    @RequestBody(content = @Content(schema = @Schema(ref = "AgreementPatch")))
    public RestResponse<AgreementView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, agreement -> {
            AgreementDraft draft = desk.patched(AgreementDraft.of(agreement), patch, whole -> beside(whole, agreement)
                    .faults());
            revise(agreement, draft);
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteAgreement",
            summary = "Take an agreement back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listAgreementHistory",
            summary = "Every version of an agreement: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/actions")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "actOnAgreement",
            summary = "Record what was done with an agreement, from the request for opinions to the copy in the file",
            description =
                    "SUBMIT, REQUEST_OPINION, OPINION_RECEIVED and COPY_FILED are recorded by an editor of a party,"
                            + " everything else by an approver of exactly that party; each party signs for itself, and"
                            + " SUCCEED is recorded by who stands for the closed unit now. 409 names what is possible on"
                            + " that day. If-Match is compared where it is sent.")
    public RestResponse<AgreementView> act(@PathParam("id") String id, @NotNull @Valid AgreementActionRequest request) {
        return desk.act(shelf, id, request, agreement -> {
            agreement.act(request, desk.caller(), today.now());
            return true;
        });
    }

    @DELETE
    @Path("{id}/actions/{number}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "takeAgreementActionBack",
            summary = "Take back the latest action, which should not have been recorded",
            description =
                    "By the party that recorded it and in the role that recording it needs, while no other action was"
                            + " recorded after it. The status follows from what is left; the history keeps both versions.")
    @APIResponse(responseCode = "200", description = "Taken back: the agreement as it is without it.")
    public RestResponse<AgreementView> takeBack(@PathParam("id") String id, @PathParam("number") int number) {
        return desk.change(shelf, id, agreement -> agreement.takeBack(number, desk.caller()));
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishAgreement", summary = "Agree to show an agreement to more readers")
    public RestResponse<AgreementView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listAgreementReads",
            summary = "Who was shown a sensitive agreement before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getAgreementByExternalId",
            summary = "The agreement that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<AgreementView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        return desk.readByKey(shelf, new ExternalId(system, id));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putAgreementByExternalId",
            summary = "Hand in an agreement under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<AgreementView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid AgreementDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, this::revise);
    }

    private Agreement drafted(AgreementDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.visibility(), draft.externalIds());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor, desk.caller().today()));
        AgreementReferences.Found found = references.find(desk.caller(), draft, null);
        faults.addAll(found.faults());
        return new Agreement(desk.registrar().register(entry, anchor, faults), draft, found.links());
    }

    private void revise(Agreement agreement, AgreementDraft draft) {
        // once it has a life, what its codes mean is settled
        Anchor anchor = agreement.actions().isEmpty()
                ? desk.registrar().anchor(agreement, draft)
                : desk.registrar().anchor(agreement.anchor());
        List<Fault> faults = new ArrayList<>(desk.faults(AgreementDraft.of(agreement), draft, anchor));
        AgreementReferences.Found found = beside(draft, agreement);
        faults.addAll(found.faults());
        Anchor.requireNone(faults);
        if (!draft.regions().equals(agreement.parties())) {
            desk.registrar().requireStill(draft.regions(), anchor, List.of());
        }
        agreement.revise(draft, found.links(), anchor, desk.caller());
    }

    /** What the draft of a change names, and what it would change that stays. */
    private AgreementReferences.Found beside(AgreementDraft draft, Agreement agreement) {
        AgreementReferences.Found found = references.find(desk.caller(), draft, agreement);
        List<Fault> faults = new ArrayList<>(found.faults());
        faults.addAll(agreement.fixed(draft));
        return new AgreementReferences.Found(found.links(), faults);
    }

    @GET
    @Path("{id}/chain")
    @PermitAll
    @Operation(
            operationId = "getAgreementChain",
            summary = "The agreement with those that it renewed and those that renewed it, from the first to the last")
    public AgreementChain chain(@PathParam("id") String id) {
        return relations.chain(desk.caller(), agreements.get(desk.caller(), id));
    }

    @GET
    @Path("{id}/rests-on")
    @PermitAll
    @Operation(
            operationId = "getAgreementGraph",
            summary = "What the agreement rests on and what rests on it, upwards and downwards")
    public AgreementGraph restsOn(@PathParam("id") String id) {
        return relations.graph(desk.caller(), agreements.get(desk.caller(), id));
    }
}
