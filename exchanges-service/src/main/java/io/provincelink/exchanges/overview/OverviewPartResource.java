package io.provincelink.exchanges.overview;

import io.provincelink.exchanges.delegation.DelegationBriefs;
import io.provincelink.exchanges.meeting.MeetingBriefs;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import io.provincelink.record.brief.RegionQuery;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway only, which does not pass this address on; scoped by the caller like everything else. */
@Path("overview-part")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewPartResource {

    private final Selections selections;
    private final MeetingBriefs meetings;
    private final DelegationBriefs delegations;
    private final DueSessions sessions;
    private final CurrentCaller caller;

    OverviewPartResource(
            Selections selections,
            MeetingBriefs meetings,
            DelegationBriefs delegations,
            DueSessions sessions,
            CurrentCaller caller) {
        this.selections = selections;
        this.meetings = meetings;
        this.delegations = delegations;
        this.sessions = sessions;
        this.caller = caller;
    }

    /** Each collection by its index of {@code within}; what is to be done by that of who is to do it. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public ExchangesOverviewPart get(@BeanParam RegionQuery query) {
        Caller reader = caller.get();
        ParameterReader parameters = new ParameterReader(reader);
        query.check(parameters);
        Filter here = query.here(parameters);
        Filter owned = Filter.all().and("array_intersects(o.within, :owners)", "owners", query.taken(parameters));
        List<Warning> warnings = new ArrayList<>(meetings.overdue(reader, owned));
        warnings.addAll(delegations.warnings(reader, here));
        return new ExchangesOverviewPart(
                selections.shown(
                        reader, meetings, meetings.records().toCome(reader, here, reader.today(), Selections.SHOWN)),
                selections.shown(reader, delegations, delegations.records().toCome(reader, here, Selections.SHOWN)),
                sessions.of(reader, query.here(parameters)),
                warnings);
    }
}
