package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.PublicationRequest;
import io.provincelink.record.RecordDesk;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Meetings over HTTP. */
@Path("meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
public class MeetingResource {

    static final String CONFIRMING =
            "The last word of each party counts, until a change of substance starts the confirmations"
                    + " anew. DISPUTED needs a comment. Send If-Match, so that what is confirmed is what was read.";

    private final RecordDesk desk;
    private final Meetings meetings;
    private final MeetingRevisions revisions;
    private final CarriedBusiness business;
    private final Shelf<Meeting, MeetingView> shelf;

    public MeetingResource(Meetings meetings, MeetingRevisions revisions, CarriedBusiness business, RecordDesk desk) {
        this.desk = desk;
        this.meetings = meetings;
        this.revisions = revisions;
        this.business = business;
        this.shelf = new Shelf<>(meetings, MeetingView.class, (meeting, today) -> MeetingView.of(meeting), false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listMeetings", summary = "Meetings, newest first")
    public Page<MeetingView> list(@Valid @BeanParam MeetingQuery query) {
        return desk.list(shelf, query.filter(desk.parameters()), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getMeeting",
            summary = "One meeting, with what earlier sessions of its mechanism left to it")
    public RestResponse<MeetingView> get(@PathParam("id") String id) {
        Caller reader = desk.caller();
        Meeting session = meetings.get(reader, id);
        if (session.mechanism() == null) {
            return desk.read(shelf, id);
        }
        Told told = told(reader, session);
        // other records decide what is in it, and move no version of this one
        return desk.read(told.shelf(), id, told.old());
    }

    /** How a session is shown with what was left to it. */
    private record Told(Shelf<Meeting, MeetingView> shelf, List<OldBusiness> old) {}

    private Told told(Caller reader, Meeting session) {
        List<AgreedOutcome> left = business.leftTo(reader, session);
        List<OldBusiness> old = business.described(reader, left);
        Shelf<Meeting, MeetingView> withOld = new Shelf<>(
                meetings,
                MeetingView.class,
                (meeting, today) -> {
                    business.shown(reader, left.stream());
                    return MeetingView.of(meeting, old);
                },
                false);
        return new Told(withOld, old);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createMeeting", summary = "Record a meeting")
    public RestResponse<MeetingView> create(@NotNull @Valid MeetingDraft draft) {
        return desk.create(shelf, draft, () -> revisions.drafted(draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchMeeting", summary = "Change what a meeting says")
    @RequestBody(content = @Content(schema = @Schema(ref = "MeetingPatch")))
    public RestResponse<MeetingView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(
                shelf,
                id,
                meeting -> revisions.revise(
                        meeting,
                        desk.patched(MeetingDraft.of(meeting), patch, whole -> revisions.faults(meeting, whole))));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "deleteMeeting",
            summary = "Take a meeting back",
            description =
                    "A draft by its own side; once the parties see it by an approver, and never what is public or what"
                            + " the other side has said something to.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listMeetingHistory",
            summary = "Every version of a meeting: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(operationId = "publishMeeting", summary = "Agree to show a meeting to more readers")
    public RestResponse<MeetingView> publish(@PathParam("id") String id, @NotNull @Valid PublicationRequest request) {
        return desk.publish(shelf, id, request);
    }

    @POST
    @Path("{id}/confirmations")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "confirmMinutes",
            summary = "Agree to the minutes for one's party, or dispute them",
            description = CONFIRMING + " What belongs to the minutes are the start, the participants and the agenda.")
    public RestResponse<MeetingView> confirm(@PathParam("id") String id, @NotNull @Valid ConfirmationRequest request) {
        return desk.confirm(shelf, id, request, Meeting::confirmMinutes);
    }

    @GET
    @Path("{id}/reads")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "listMeetingReads",
            summary = "Who was shown a sensitive meeting before it was public, newest first",
            description = RecordDesk.READS)
    public Page<Reading> reads(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.readings(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getMeetingByExternalId",
            summary = "The meeting that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<MeetingView> getByKey(@PathParam("system") String system, @PathParam("id") String id) {
        ExternalId key = new ExternalId(system, id);
        Caller reader = desk.caller();
        Optional<Meeting> named = meetings.withKey(reader, key).stream().findFirst();
        if (named.isEmpty() || named.get().mechanism() == null) {
            return desk.readByKey(shelf, key);
        }
        Meeting session = named.get();
        Told told = told(reader, session);
        return desk.readByKey(told.shelf(), key, anyOfThem -> true, told.old());
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "putMeetingByExternalId",
            summary = "Hand in a meeting under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<MeetingView> putByKey(
            @PathParam("system") String system, @PathParam("id") String id, @NotNull @Valid MeetingDraft draft) {
        return desk.put(shelf, new ExternalId(system, id), draft, revisions::drafted, revisions::revise);
    }
}
