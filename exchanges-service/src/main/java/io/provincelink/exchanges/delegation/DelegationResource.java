package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.PublicationRequest;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.Registrar;
import io.provincelink.record.Shelf;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.change.HistoryItem;
import io.provincelink.record.confirmation.ConfirmationRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Delegations over HTTP. */
@Path("delegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations")
public class DelegationResource {

    private static final String CONFIRMING =
            "Of a completed delegation. The last word of each party counts, until the report or the number of people is"
                    + " corrected, which starts the confirmations anew. DISPUTED needs a comment. Send If-Match, so that what"
                    + " is confirmed is what was read.";

    private final Delegations delegations;
    private final DelegationMembers members;
    private final DelegationWarnings warnings;
    private final RecordDesk desk;
    private final Today today;
    private final Shelf<Delegation, DelegationView> shelf;

    public DelegationResource(
            Delegations delegations,
            DelegationMembers members,
            DelegationWarnings warnings,
            RecordDesk desk,
            Today today) {
        this.delegations = delegations;
        this.members = members;
        this.warnings = warnings;
        this.desk = desk;
        this.today = today;
        this.shelf = new Shelf<>(
                delegations, DelegationView.class, (delegation, day) -> DelegationView.of(delegation), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listDelegations", summary = "Delegations, newest first")
    public Page<DelegationView> list(@Valid @BeanParam DelegationQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getDelegation", summary = "One delegation")
    public RestResponse<DelegationView> get(@PathParam("id") String id) {
        Caller reader = desk.caller();
        Delegation present = delegations.get(reader, id);
        List<DelegationWarning> warned = warnings.of(reader, present);
        var ownShelf = new Shelf<>(
                delegations,
                DelegationView.class,
                (delegation, day) -> DelegationView.of(delegation, members.beside(reader, delegation, warned)),
                false);
        // who reads decides what is shown of the members and of other delegations, and so does the day
        boolean named = DelegationMembers.isShownTo(reader, present);
        RestResponse<DelegationView> answer = desk.read(ownShelf, id, reader.scope(), named, warned);
        if (named) {
            answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
        return answer;
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createDelegation", summary = "Propose a delegation")
    public RestResponse<DelegationView> create(
            @HeaderParam("Idempotency-Key") @Parameter(hidden = true) @Nullable String key,
            @NotNull @Valid DelegationDraft draft) {
        return desk.create(shelf, members.blind(desk.caller(), draft, key), () -> drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchDelegation",
            summary = "Change what a delegation says",
            description =
                    "By the side that wrote it; members by the side that sends them. Once it is a proposal no more,"
                            + " only " + DelegationSubstance.REST + " may change.")
    @RequestBody(content = @Content(schema = @Schema(ref = "DelegationPatch")))
    public RestResponse<DelegationView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, delegation -> {
            requireMayPatch(delegation, patch);
            DelegationDraft draft = desk.patched(
                    DelegationDraft.of(delegation),
                    patch,
                    whole -> whole.faults(desk.registrar().anchor(whole.anchorDays()), delegation));
            revise(delegation, draft, patch.has("members"));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteDelegation",
            summary = "Take a delegation back",
            description =
                    "A draft by its own side; once the other side sees it by an approver, and never what that side has"
                            + " answered or what is public. Who was named in it can be read by nobody from then on.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        members.drop(desk.caller(), delegations.toWrite(desk.caller(), id));
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listDelegationHistory",
            summary = "Every version of a delegation: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishDelegation", summary = "Agree to show a delegation to more readers")
    public RestResponse<DelegationView> publish(
            @PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @POST
    @Path("{id}/transitions")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "moveDelegation",
            summary = "Accept, decline, start, complete or cancel a delegation",
            description =
                    "The other side's approver answers a proposal, the writer may cancel it; after that either side takes"
                            + " the next step, UNDER_WAY and COMPLETED not before the first day. An accepted one is for"
                            + " everybody to see, unless its draft named a visibility or its field or level is sensitive. COMPLETED needs a report, with it or with a step before. If-Match is compared"
                            + " where it is sent.")
    public RestResponse<DelegationView> move(@PathParam("id") String id, @NotNull @Valid DelegationTransition step) {
        return desk.act(shelf, id, step, delegation -> {
            desk.registrar().requireParty(delegation);
            delegation.move(step, desk.caller(), today.now());
            return true;
        });
    }

    @PUT
    @Path("{id}/report")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putDelegationReport",
            summary = "Correct what came of a completed delegation",
            description = "By either side; it starts the confirmations anew.")
    public RestResponse<DelegationView> report(@PathParam("id") String id, @NotNull @Valid DelegationReport corrected) {
        return desk.change(shelf, id, delegation -> delegation.correct(corrected));
    }

    @POST
    @Path("{id}/confirmations")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "confirmDelegation",
            summary = "Agree to what came of a delegation for one's party, or dispute it",
            description = CONFIRMING)
    public RestResponse<DelegationView> confirm(
            @PathParam("id") String id, @NotNull @Valid ConfirmationRequest request) {
        return desk.confirm(shelf, id, request, Delegation::confirm);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listDelegationReads",
            summary = "Who was shown a sensitive delegation before it was public, newest first",
            description = RecordDesk.READS + " MEMBERS: the other side was shown who travels, whatever it is about.")
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getDelegationByExternalId",
            summary = "The delegation that a partner's system keeps under this key, without warnings",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<DelegationView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        Caller reader = desk.caller();
        var ownShelf = new Shelf<>(
                delegations,
                DelegationView.class,
                (delegation, day) -> DelegationView.of(delegation, members.beside(reader, delegation, null)),
                true,
                true);
        RestResponse<DelegationView> answer = desk.readByKey(ownShelf, new ExternalId(system, id));
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return answer;
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putDelegationByExternalId",
            summary = "Hand in a delegation under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES + " A draft without members names nobody any more.")
    public RestResponse<DelegationView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid DelegationDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, this::drafted, (delegation, whole) -> {
            desk.caller().requireActsFor(delegation.owner(), delegation.anchor());
            boolean sends = desk.caller().actsFor(delegation.sending(), delegation.anchor());
            if (!sends && !whole.members().isEmpty()) {
                throw ProblemException.invalid(notTheSender(whole));
            }
            revise(delegation, whole, sends);
        });
    }

    /** The writer's paper; but who travels is named by the side that sends them, whoever wrote it. */
    private void requireMayPatch(Delegation delegation, JsonNode patch) {
        boolean names = patch.has("members");
        if (names) {
            desk.caller().requireActsFor(delegation.sending(), delegation.anchor());
        }
        if (!names || patch.size() > 1) {
            desk.caller().requireActsFor(delegation.owner(), delegation.anchor());
        }
    }

    private boolean isOnlyReceiver(DelegationDraft draft, Anchor anchor) {
        return desk.caller().actsFor(draft.receiving(), anchor.day())
                && !desk.caller().actsFor(draft.sending(), anchor.day());
    }

    private static Fault notTheSender(DelegationDraft draft) {
        return Fault.at("/members", "only-for", draft.sending());
    }

    private Delegation drafted(DelegationDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor));
        faults.addAll(draft.faults(Set.of()));
        if (faults.isEmpty() && !draft.named().isEmpty() && isOnlyReceiver(draft, anchor)) {
            faults.add(notTheSender(draft));
        }
        var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.shownTo(), draft.externalIds());
        RecordRoot.Registration registration = desk.registrar().register(entry, anchor, faults);
        return new Delegation(registration, draft, members.seal(desk.caller(), registration.id(), draft));
    }

    private void revise(Delegation delegation, DelegationDraft draft, boolean namesMembers) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        desk.registrar().requireStill(draft.regions(), anchor, draft.faults(anchor, delegation));
        if (namesMembers) {
            members.replace(desk.caller(), delegation, draft.named());
        }
        delegation.revise(draft, anchor);
    }
}
