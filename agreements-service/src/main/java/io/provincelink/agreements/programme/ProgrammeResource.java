package io.provincelink.agreements.programme;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.Filter;
import io.provincelink.record.PublicationRequest;
import io.provincelink.record.RecordDesk;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Cooperation programmes over HTTP. {@code {id}} is the id or the code. */
@Path("programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
public class ProgrammeResource {

    private static final String CONFIRMING =
            "The last word of each party counts, until a change of substance starts the confirmations"
                    + " anew. DISPUTED needs a comment. Send If-Match, so that what is confirmed is what was read.";

    private final RecordDesk desk;
    private final Shelf<Programme, ProgrammeView> shelf;
    private final Programmes programmes;
    private final ProgrammeRules rules;
    private final Renewals renewals;
    private final Conditional conditional;

    public ProgrammeResource(
            Programmes programmes, RecordDesk desk, ProgrammeRules rules, Renewals renewals, Conditional conditional) {
        this.desk = desk;
        this.programmes = programmes;
        this.rules = rules;
        this.renewals = renewals;
        this.conditional = conditional;
        // status and late milestones follow the calendar
        this.shelf = new Shelf<>(programmes, ProgrammeView.class, ProgrammeView::of, true);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listProgrammes", summary = "Programmes, newest first")
    public Page<ProgrammeView> list(@Valid @BeanParam ProgrammeQuery query) {
        Filter filter = query.filter(desk.parameters(), reference -> rules.foundation(desk.caller(), reference));
        return desk.list(shelf, filter, query);
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
        return desk.change(shelf, id, programme -> {
            ProgrammeDraft draft = desk.patched(ProgrammeDraft.of(programme), patch, whole -> {
                Anchor anchor = desk.registrar().anchor(whole.anchorDays());
                return rules.check(desk.caller(), whole, anchor, programme).faults();
            });
            revise(programme, draft);
        });
    }

    @PUT
    @Path("{id}/assessment")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "putAssessment", summary = "Record how the parties judged the programme together")
    public RestResponse<ProgrammeView> assess(@PathParam("id") String id, @NotNull @Valid Assessment assessment) {
        return desk.change(shelf, id, programme -> {
            Anchor held = desk.registrar().anchor(assessment.heldOn(), programme.anchor());
            List<Fault> faults = held.check("/sites/*", assessment.sites());
            LocalDate today = desk.caller().today();
            if (assessment.heldOn() != null && assessment.heldOn().isAfter(today)) {
                faults.add(Fault.at("/heldOn", "after", today));
            }
            Anchor.requireNone(faults);
            programme.assess(assessment);
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteProgramme",
            summary = "Take a programme back",
            description = "A draft by its own side; once the parties see it by an approver, and never what is public.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
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

    @POST
    @Path("{id}/goals/{goalId}/confirmations")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "confirmGoal",
            summary = "Agree to a goal for one's party, or dispute it",
            description = CONFIRMING)
    public RestResponse<ProgrammeView> confirmGoal(
            @PathParam("id") String id,
            @PathParam("goalId") String goalId,
            @NotNull @Valid ConfirmationRequest request) {
        return desk.confirm(shelf, id, request, (programme, words) -> programme.confirmGoal(goalId, words));
    }

    @POST
    @Path("{id}/assessment/confirmations")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "confirmAssessment",
            summary = "Agree to the assessment for one's party, or dispute it",
            description = CONFIRMING)
    public RestResponse<ProgrammeView> confirmAssessment(
            @PathParam("id") String id, @NotNull @Valid ConfirmationRequest request) {
        return desk.confirm(shelf, id, request, Programme::confirmAssessment);
    }

    @GET
    @Path("{id}/chain")
    @PermitAll
    @Operation(
            operationId = "getProgrammeChain",
            summary = "The programmes before and after this one, in the order of time",
            description = "As far as the caller sees them one after the other. A period may have several drafts.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgrammeChain.class)))
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    public RestResponse<ProgrammeChain> chain(@PathParam("id") String id) {
        List<Programme> found = programmes.chain(desk.caller(), id);
        ProgrammeChain chain = ProgrammeChain.of(found, desk.caller().today());
        // no version of one programme decides what is in it
        return conditional.read(
                () -> 0,
                () -> {
                    programmes.shown(desk.caller(), found, Reading.How.LIST);
                    return new Conditional.Versioned<>(0, chain);
                },
                chain);
    }

    @POST
    @Path("{id}/renewals")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "createRenewal",
            summary = "Draft the next period's programme from this one",
            description =
                    "The draft is seen by the side that makes it alone. Targets become proposals (proposedTarget),"
                            + " unfinished milestones stay open without a day, shares and rates start from the last"
                            + " published figure.")
    public RestResponse<ProgrammeView> renew(@PathParam("id") String id, @NotNull @Valid RenewalRequest asked) {
        return desk.create(shelf, asked, () -> {
            // whoever renews the same programme in the same moment waits here, and then finds this draft
            Programme before = programmes.toWrite(desk.caller(), id);
            desk.registrar().requireParty(before);
            conditional.compareIfGiven(before.version());
            Programme next = carriedOn(renewals.next(desk.caller(), before, asked));
            programmes
                    .renewal(desk.caller(), before, next.period(), next.owner())
                    .ifPresent(drafted -> {
                        throw ProblemException.alreadyExists(programmes.address(drafted));
                    });
            return next;
        });
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listProgrammeReads",
            summary = "Who was shown a sensitive programme before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
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
        return drafted(draft, fault -> true);
    }

    /** Its goals come from the programme before, where they were right when it was recorded; they are not what was asked for. */
    private Programme carriedOn(ProgrammeDraft draft) {
        return drafted(draft, fault -> !fault.pointer().startsWith("/goals/"));
    }

    private Programme drafted(ProgrammeDraft draft, Predicate<Fault> counts) {
        Anchor anchor = desk.registrar().anchor(draft.period().from());
        ProgrammeRules.Checked checked = rules.check(desk.caller(), draft, anchor, null);
        List<Fault> faults = checked.faults().stream().filter(counts).toList();
        var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.visibility(), draft.externalIds());
        return new Programme(desk.registrar().register(entry, anchor, faults), draft, checked.links());
    }

    private void revise(Programme programme, ProgrammeDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.period().from());
        ProgrammeRules.Checked checked = rules.check(desk.caller(), draft, anchor, programme);
        desk.registrar().requireStill(draft.regions(), anchor, checked.faults());
        programme.revise(draft, anchor, checked.links());
    }
}
