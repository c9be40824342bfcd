package io.provincelink.agreements.overview;

import io.provincelink.agreements.agreement.AgreementBriefs;
import io.provincelink.agreements.programme.ProgrammeBriefs;
import io.provincelink.agreements.programme.ProgrammeSelection;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway only, which does not pass this address on; scoped by the caller like everything else. */
@Path("overview-part")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewPartResource {

    private final Selections selections;
    private final ProgrammeBriefs programmes;
    private final AgreementBriefs agreements;
    private final TwinsAndAid twinsAndAid;
    private final CurrentCaller caller;

    OverviewPartResource(
            Selections selections,
            ProgrammeBriefs programmes,
            AgreementBriefs agreements,
            TwinsAndAid twinsAndAid,
            CurrentCaller caller) {
        this.selections = selections;
        this.programmes = programmes;
        this.agreements = agreements;
        this.twinsAndAid = twinsAndAid;
        this.caller = caller;
    }

    /** Each collection by its index of {@code within}, twinnings by that of {@code units}, projects by those of their regions. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public AgreementsOverviewPart get(@BeanParam RegionQuery query) {
        Caller reader = caller.get();
        ParameterReader parameters = new ParameterReader(reader);
        String region = query.code(parameters);
        Supplier<Filter> here = () -> query.here(parameters);
        List<Warning> warnings = new ArrayList<>(agreements.warnings(reader, here.get()));
        warnings.addAll(programmes.warnings(reader, here));
        return new AgreementsOverviewPart(
                ProgrammeSelection.of(reader, selections, programmes, here),
                twinsAndAid.aid(reader, region, query.rollsUp()),
                twinsAndAid.twinnings(reader, query.taken(parameters)),
                warnings);
    }
}
