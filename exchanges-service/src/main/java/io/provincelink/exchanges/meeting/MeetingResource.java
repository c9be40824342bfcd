package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Meetings over HTTP. */
@Path("meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
public class MeetingResource {

    private final RecordDesk desk;
    private final MeetingRules rules;
    private final Shelf<Meeting, MeetingView> shelf;

    public MeetingResource(Meetings meetings, MeetingRules rules, RecordDesk desk) {
        this.desk = desk;
        this.rules = rules;
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
    @Operation(operationId = "getMeeting", summary = "One meeting")
    public RestResponse<MeetingView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createMeeting", summary = "Record a meeting")
    public RestResponse<MeetingView> create(@NotNull @Valid MeetingDraft draft) {
        return desk.create(shelf, draft, () -> {
            Anchor anchor = desk.registrar().anchor(draft.anchorDays());
            var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.visibility(), draft.externalIds());
            List<Fault> faults = new ArrayList<>(draft.faults(anchor));
            faults.addAll(rules.faults(draft, (UUID) null));
            var registration = desk.registrar().register(entry, anchor, faults);
            requirePartOf(draft.mechanism(), registration.owner(), anchor);
            return new Meeting(registration, draft);
        });
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchMeeting", summary = "Change what a meeting says")
    @RequestBody(content = @Content(schema = @Schema(ref = "MeetingPatch")))
    public RestResponse<MeetingView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, meeting -> {
            MeetingDraft draft =
                    desk.patched(MeetingDraft.of(meeting), patch, whole -> rules.faults(whole, meeting.mechanism()));
            Anchor anchor = desk.registrar().anchor(meeting, draft);
            List<Fault> faults = new ArrayList<>(desk.faults(MeetingDraft.of(meeting), draft, anchor));
            faults.addAll(rules.faults(draft, meeting.mechanism()));
            desk.registrar().requireStill(draft.regions(), anchor, faults);
            if (!Objects.equals(draft.mechanism(), meeting.mechanism())) {
                String writer = desk.caller().requireActsForOneOf(draft.regions(), anchor.day());
                requirePartOf(draft.mechanism(), writer, anchor);
            }
            meeting.revise(draft, anchor);
        });
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

    /** A session counts for the mechanism, so only its parties and the units inside them may say that one was held. */
    private void requirePartOf(@Nullable UUID mechanism, String party, Anchor anchor) {
        if (mechanism == null) {
            return;
        }
        Caller writer = desk.caller();
        Mechanism joined = rules.find(mechanism).orElseThrow(ProblemException::notFound);
        boolean inside = anchor.regions().within(anchor.unit(party)).stream().anyMatch(joined.parties()::contains);
        if (!inside) {
            writer.requireActsForOneOf(joined.parties(), joined.anchor());
        }
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
}
