package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.audit.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The calendar over HTTP. */
@Path("calendar.ics")
@Produces(CalendarDesk.MEDIA_TYPE)
@Tag(name = "Calendar")
public class CalendarResource {

    private final CalendarDesk calendars;
    private final Mechanisms mechanisms;
    private final RecordDesk desk;

    public CalendarResource(CalendarDesk calendars, Mechanisms mechanisms, RecordDesk desk) {
        this.calendars = calendars;
        this.mechanisms = mechanisms;
        this.desk = desk;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getCalendar",
            summary = "Due sessions, meetings and delegations as a calendar (RFC 5545)",
            description =
                    "What the reader may see; without a token what everybody may. A mechanism is an event that repeats on its"
                            + " due days, and its meetings name it in RELATED-TO. UIDs are the ids of the records and never"
                            + " change, SEQUENCE is the version. More than 5,000 events are a 400. A calendar program, which"
                            + " has no token, takes a private address of /calendar-feeds.")
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
    public RestResponse<String> get(@Valid @BeanParam CalendarQuery query) {
        Caller reader = desk.caller();
        CalendarSelection selection = query.selection(desk.parameters());
        if (selection.mechanism() != null
                && mechanisms.find(reader, selection.mechanism().toString()).isEmpty()) {
            throw ProblemException.invalid(Fault.at("?mechanism", "unknown-record"));
        }
        return calendars.read(
                reader, selection, calendars.form(query.lang, name(selection.regions()), Reading.How.CALENDAR));
    }

    /** In no language: a calendar program keeps the name that it read first. */
    private static String name(List<String> regions) {
        return regions.isEmpty() ? "ProvinceLink" : "ProvinceLink " + String.join(", ", regions);
    }
}
