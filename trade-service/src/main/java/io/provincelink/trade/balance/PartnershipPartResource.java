package io.provincelink.trade.balance;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.brief.PartiesQuery;
import io.provincelink.trade.indicator.Sides;
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

/** For the gateway only, which does not pass this address on. Figures are public. */
@Path("partnership-part")
@Produces(MediaType.APPLICATION_JSON)
public class PartnershipPartResource {

    private final TradeBalances balances;
    private final CurrentCaller caller;

    PartnershipPartResource(TradeBalances balances, CurrentCaller caller) {
        this.balances = balances;
        this.caller = caller;
    }

    /** What each of the parties reports of each other one; by the key of {@code trade_sum}. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public TradeBalancePart get(@BeanParam PartiesQuery query) {
        Caller reader = caller.get();
        ParameterReader parameters = new ParameterReader(reader);
        query.check(parameters);
        List<String> parties = query.codes(parameters);
        List<TradeBalance> all = new ArrayList<>();
        for (String reporter : parties) {
            Set<String> reporters = Sides.inside(query.taken(parameters, reporter), reader.regions());
            for (String partner : parties) {
                if (!partner.equals(reporter)) {
                    all.addAll(balances.of(
                            reader,
                            new TradeBalances.Reports(
                                    reporter,
                                    reporters,
                                    partner,
                                    Sides.inside(query.taken(parameters, partner), reader.regions()))));
                }
            }
        }
        return new TradeBalancePart(all);
    }
}
