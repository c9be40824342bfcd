package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.Shelf;
import io.provincelink.record.confirmation.ConfirmationRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One outcome of a meeting over HTTP. Its ETag is the meeting's: a change of it is one of the meeting. */
@Path("meetings/{id}/outcomes/{outcome}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
public class MeetingOutcomeResource {

    private final Meetings meetings;
    private final MeetingRevisions revisions;
    private final CarriedBusiness business;
    private final RecordDesk desk;

    public MeetingOutcomeResource(
            Meetings meetings, MeetingRevisions revisions, CarriedBusiness business, RecordDesk desk) {
        this.meetings = meetings;
        this.revisions = revisions;
        this.business = business;
        this.desk = desk;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getOutcome", summary = "One outcome of a meeting")
    public RestResponse<OutcomeItemView> get(@PathParam("id") String id, @PathParam("outcome") String outcome) {
        AgreedOutcome agreed = meetings.get(desk.caller(), id).outcome(outcome);
        // what a later session made of it moves no version here
        return desk.read(shelf(outcome), id, isSettled(agreed));
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchOutcome",
            summary = "Change one outcome: that it is done, or carried over",
            description =
                    "If-Match names the version of the meeting. That it is DONE, or is not any more, is for its owner's"
                            + " side to say where it has an owner.")
    @RequestBody(content = @Content(schema = @Schema(ref = "OutcomePatch")))
    public RestResponse<OutcomeItemView> patch(
            @PathParam("id") String id, @PathParam("outcome") String outcome, @NotNull JsonNode patch) {
        return desk.change(
                shelf(outcome),
                id,
                meeting -> revisions.revise(
                        meeting, meeting.placeOf(outcome), (before, judge) -> desk.patched(before, patch, judge)));
    }

    @POST
    @Path("confirmations")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "confirmOutcome",
            summary = "Agree to an outcome for one's party, or dispute it",
            description = MeetingResource.CONFIRMING)
    public RestResponse<MeetingView> confirm(
            @PathParam("id") String id,
            @PathParam("outcome") String outcome,
            @NotNull @Valid ConfirmationRequest request) {
        Shelf<Meeting, MeetingView> whole =
                new Shelf<>(meetings, MeetingView.class, (meeting, today) -> MeetingView.of(meeting), false);
        return desk.confirm(whole, id, request, (meeting, words) -> meeting.confirmOutcome(outcome, words));
    }

    private Shelf<Meeting, OutcomeItemView> shelf(String outcome) {
        return new Shelf<>(
                meetings,
                OutcomeItemView.class,
                (meeting, today) -> {
                    AgreedOutcome agreed = meeting.outcome(outcome);
                    return OutcomeItemView.of(agreed, isSettled(agreed));
                },
                false);
    }

    private boolean isSettled(AgreedOutcome agreed) {
        return !business.settled(desk.caller(), List.of(agreed)).isEmpty();
    }
}
