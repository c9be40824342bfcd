package io.provincelink.exchanges.calendarfeed;

import io.provincelink.exchanges.calendar.CalendarDesk;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Private addresses of the calendar over HTTP. */
@Path("calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
public class CalendarFeedResource {

    private final CalendarFeeds feeds;
    private final CalendarFeedRules rules;
    private final CalendarDesk calendars;
    private final RecordDesk desk;
    private final Idempotency idempotency;

    public CalendarFeedResource(
            CalendarFeeds feeds,
            CalendarFeedRules rules,
            CalendarDesk calendars,
            RecordDesk desk,
            Idempotency idempotency) {
        this.feeds = feeds;
        this.rules = rules;
        this.calendars = calendars;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @ResponseStatus(201)
    @Operation(
            operationId = "createCalendarFeed",
            summary = "A private address of the calendar, for a program that cannot send a token",
            description =
                    "Who knows the address reads what a reader of the caller's unit may see, until it is revoked. It is in this"
                            + " answer and nowhere else: when the same Idempotency-Key is sent again, the answer has none, and"
                            + " who lost it revokes it and makes another. A unit may have 100.")
    public RestResponse<CalendarFeedView> create(@NotNull @Valid CalendarFeedDraft draft) {
        Caller caller = desk.caller();
        Region unit = caller.unit();
        if (unit == null) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
        List<Fault> faults = new ArrayList<>(draft.faults(Anchor.of(caller)));
        faults.addAll(rules.faults(draft, null));
        Anchor.requireNone(faults);
        FeedSecret secret = FeedSecret.random();
        List<UUID> made = new ArrayList<>(1);
        RestResponse<CalendarFeedView> answer = idempotency.once(caller, draft, CalendarFeedView.class, () -> {
            CalendarFeedView view = CalendarFeedView.of(feeds.add(caller, unit, secret, draft));
            made.add(view.id());
            return new Answer<>(
                    RestResponse.StatusCode.CREATED,
                    Map.of(HttpHeaders.LOCATION, "/api/v1/calendar-feeds/" + view.id()),
                    view);
        });
        // what is kept for a repetition has no address in it
        CalendarFeedView shown =
                made.isEmpty() ? answer.getEntity() : answer.getEntity().at(secret.address());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, shown)
                .header(HttpHeaders.LOCATION, "/api/v1/calendar-feeds/" + shown.id())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(
            operationId = "listCalendarFeeds",
            summary = "The private addresses that the caller's unit has given out, without the addresses, newest first")
    public Page<CalendarFeedView> list() {
        return new Page<>(
                feeds.list(desk.caller()).stream().map(CalendarFeedView::of).toList(), null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(operationId = "getCalendarFeed", summary = "One of them, without its address")
    public CalendarFeedView get(@PathParam("id") String id) {
        return CalendarFeedView.of(feeds.get(desk.caller(), id(id)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(operationId = "revokeCalendarFeed", summary = "From now on nobody reads under this private address")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public RestResponse<Void> revoke(@PathParam("id") String id) {
        feeds.revoke(desk.caller(), id(id));
        return RestResponse.noContent();
    }

    @GET
    @Path("{secret}/calendar.ics")
    @Produces(CalendarDesk.MEDIA_TYPE)
    @PermitAll
    @Operation(
            operationId = "readCalendarFeed",
            summary = "The calendar under a private address",
            description =
                    "Needs no token, and takes no notice of a valid one. It shows what a reader of the unit may see on that day; readings"
                            + " of sensitive records are noted as CALENDAR_FEED of that unit.")
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "ETag that the reader has; 304 when it is still true.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The calendar.",
            content = @Content(mediaType = CalendarDesk.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    public RestResponse<String> read(@PathParam("secret") String secret) {
        Caller asking = desk.caller();
        CalendarFeed feed = QuarkusTransaction.requiringNew().call(() -> feeds.opened(asking, new FeedSecret(secret)));
        Caller reader = feed.reader(asking).orElseThrow(ProblemException::notFound);
        String name = feed.label() == null ? "ProvinceLink" : feed.label();
        RestResponse<String> answer = calendars.read(
                reader,
                feed.selection(reader.today()),
                calendars.form(feed.filters().lang(), name, Reading.How.CALENDAR_FEED));
        // nothing on the way keeps it, and nobody is told the address
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        return answer;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound();
        }
    }
}
