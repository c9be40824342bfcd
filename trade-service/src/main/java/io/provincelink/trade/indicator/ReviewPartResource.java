package io.provincelink.trade.indicator;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.words.Period;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.record.observation.ReviewIndicators;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Asked by whoever composes a review; no part of the contract. Shows what the caller may see and nothing more. */
@Path("review-part")
public class ReviewPartResource {

    private final ReviewIndicators indicators;
    private final CurrentCaller caller;

    public ReviewPartResource(ReviewIndicators indicators, CurrentCaller caller) {
        this.indicators = indicators;
        this.caller = caller;
    }

    /**
     * All indicators at once.
     *
     * @param programme id and code of the programme, comma separated
     */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public ReviewPart get(
            @QueryParam("parties") @Nullable String parties,
            @QueryParam("period") @Nullable String period,
            @QueryParam("programme") @Nullable String programme) {
        Caller reader = caller.get();
        List<String> regions = Parameters.required("parties", Parameters.regions(reader.regions(), "parties", parties));
        Period asked = Parameters.required("period", Parameters.period("period", period));
        List<String> names = programme == null ? List.of() : List.of(programme.split(","));
        return new ReviewPart(indicators.of(reader, new Cooperation(regions, asked), names));
    }
}
