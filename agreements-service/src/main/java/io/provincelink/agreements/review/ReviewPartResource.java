package io.provincelink.agreements.review;

import io.provincelink.agreements.donation.Donations;
import io.provincelink.agreements.twinning.Twinning;
import io.provincelink.agreements.twinning.Twinnings;
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

/** For the gateway only, which does not pass this address on; scoped by the caller like everything else. */
@Path("review-part")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewPartResource {

    private final ReviewIndicators indicators;
    private final Twinnings twinnings;
    private final Donations donations;
    private final CurrentCaller caller;

    public ReviewPartResource(
            ReviewIndicators indicators, Twinnings twinnings, Donations donations, CurrentCaller caller) {
        this.indicators = indicators;
        this.twinnings = twinnings;
        this.donations = donations;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public AgreementsReviewPart get(@BeanParam ReviewQuery query) {
        Caller reader = caller.get();
        Cooperation cooperation = query.cooperation(reader.regions());
        List<String> programme = query.programme();
        return new AgreementsReviewPart(
                indicators.of(reader, cooperation, programme),
                cooperation.isTogether() ? twins(reader, cooperation) : List.of(),
                donations.forReview(reader, cooperation, programme).stream()
                        .map(AgreementsReviewPart.Gift::of)
                        .toList());
    }

    private List<AgreementsReviewPart.Twin> twins(Caller reader, Cooperation cooperation) {
        List<Twinning> found = twinnings.within(reader, cooperation);
        twinnings.shown(reader, found, Reading.How.REVIEW);
        return found.stream().map(AgreementsReviewPart.Twin::of).toList();
    }
}
