package io.provincelink.exchanges.partnership;

import io.provincelink.exchanges.mechanism.MechanismBriefs;
import io.provincelink.exchanges.meeting.MeetingBriefs;
import io.provincelink.exchanges.partnership.Visits.Side;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.PartiesQuery;
import io.provincelink.record.brief.Selections;
import io.provincelink.record.brief.Warning;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway only, which does not pass this address on; scoped by the caller like everything else. */
@Path("partnership-part")
@Produces(MediaType.APPLICATION_JSON)
public class PartnershipPartResource {

    /** As many meetings before and after today as fit on a page. */
    private static final int MEETINGS = 10;

    private final Selections selections;
    private final MechanismBriefs mechanisms;
    private final MeetingBriefs meetings;
    private final Visits visits;
    private final CurrentCaller caller;

    PartnershipPartResource(
            Selections selections,
            MechanismBriefs mechanisms,
            MeetingBriefs meetings,
            Visits visits,
            CurrentCaller caller) {
        this.selections = selections;
        this.mechanisms = mechanisms;
        this.meetings = meetings;
        this.visits = visits;
        this.caller = caller;
    }

    /** Each collection by its index of {@code within}, as its own list. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public ExchangesPartnershipPart get(@BeanParam PartiesQuery query) {
        Caller reader = caller.get();
        ParameterReader parameters = new ParameterReader(reader);
        query.check(parameters);
        Filter together = query.together(parameters);
        List<Warning> warnings = new ArrayList<>(meetings.overdue(reader, together));
        warnings.addAll(visits.warnings(reader, together));
        return new ExchangesPartnershipPart(
                selections.newest(reader, mechanisms, together),
                upcoming(reader, together),
                selections.shown(reader, meetings, meetings.records().lastHeld(reader, together, MEETINGS)),
                visits.between(
                        reader,
                        query.codes(parameters).stream()
                                .map(party -> new Side(party, Set.copyOf(query.taken(parameters, party))))
                                .toList()),
                warnings);
    }

    private List<Brief> upcoming(Caller reader, Filter together) {
        return selections.shown(
                reader, meetings, meetings.records().toCome(reader, together, reader.today(), MEETINGS));
    }
}
