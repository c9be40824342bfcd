package io.provincelink.trade.indicator;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.record.observation.ReviewIndicators;
import io.provincelink.record.observation.ReviewQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asked by whoever composes a review; no part of the contract. Shows what the caller may see and nothing more. */
@Path("review-part")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewPartResource {

    private final ReviewIndicators indicators;
    private final CurrentCaller caller;

    public ReviewPartResource(ReviewIndicators indicators, CurrentCaller caller) {
        this.indicators = indicators;
        this.caller = caller;
    }

    /** All indicators at once. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public TradeReviewPart get(@BeanParam ReviewQuery query) {
        Caller reader = caller.get();
        return new TradeReviewPart(indicators.of(reader, query.cooperation(reader.regions()), query.programme()));
    }
}
