package io.provincelink.exchanges.review;

import io.provincelink.exchanges.compliance.Compliances;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.exchanges.review.ExchangesReviewPart.MechanismPart;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.record.observation.ReviewIndicators;
import io.provincelink.record.observation.ReviewQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Answers the gateway while it composes a review; not part of the contract, and scoped by the caller like all else. */
@Path("review-part")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewPartResource {

    private final ReviewIndicators indicators;
    private final Mechanisms mechanisms;
    private final Compliances compliances;
    private final CurrentCaller caller;

    public ReviewPartResource(
            ReviewIndicators indicators, Mechanisms mechanisms, Compliances compliances, CurrentCaller caller) {
        this.indicators = indicators;
        this.mechanisms = mechanisms;
        this.compliances = compliances;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public ExchangesReviewPart get(@BeanParam ReviewQuery query) {
        Caller reader = caller.get();
        Cooperation cooperation = query.cooperation(reader.regions());
        return new ExchangesReviewPart(
                indicators.of(reader, cooperation, query.programme()), kept(reader, cooperation));
    }

    private List<MechanismPart> kept(Caller reader, Cooperation cooperation) {
        if (!cooperation.isTogether()) {
            return List.of();
        }
        List<Mechanism> standing = mechanisms.standing(reader, cooperation.parties(), cooperation.period());
        mechanisms.shown(reader, standing, Reading.How.REVIEW);
        return compliances.each(reader, standing, cooperation.period(), MechanismPart::of);
    }
}
