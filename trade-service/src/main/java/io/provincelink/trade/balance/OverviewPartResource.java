package io.provincelink.trade.balance;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.brief.RegionQuery;
import io.provincelink.trade.indicator.Sides;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway only, which does not pass this address on. Figures are public. */
@Path("overview-part")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewPartResource {

    private final TradeBalances balances;
    private final CurrentCaller caller;

    OverviewPartResource(TradeBalances balances, CurrentCaller caller) {
        this.balances = balances;
        this.caller = caller;
    }

    /** What the region reports of all its partners together; by the key of {@code trade_sum}. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public TradeBalancePart get(@BeanParam RegionQuery query) {
        Caller reader = caller.get();
        ParameterReader parameters = new ParameterReader(reader);
        String region = query.code(parameters);
        Set<String> reporters = Sides.inside(List.of(query.taken(parameters)), reader.regions());
        return new TradeBalancePart(balances.of(reader, new TradeBalances.Reports(region, reporters, null, List.of())));
    }
}
