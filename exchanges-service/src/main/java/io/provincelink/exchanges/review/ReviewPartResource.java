package io.provincelink.exchanges.review;

import io.provincelink.exchanges.compliance.Compliance;
import io.provincelink.exchanges.compliance.ComplianceResource;
import io.provincelink.exchanges.compliance.Compliances;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.exchanges.review.ReviewPart.MechanismPart;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Answers the gateway while it composes a review; not part of the contract, and scoped by the caller like all else. */
@Path("review-part")
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

    /** @param programme its id and its code, comma separated: observations may name it by either */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public ReviewPart get(
            @QueryParam("parties") @Nullable String parties,
            @QueryParam("period") @Nullable String period,
            @QueryParam("programme") @Nullable String programme) {
        Caller reader = caller.get();
        Period asked = ComplianceResource.asked(period);
        var cooperation = new Cooperation(
                Parameters.required("parties", Parameters.regions(reader.regions(), "parties", parties)), asked);
        List<String> names = programme == null
                ? List.of()
                : Arrays.stream(programme.split(",")).map(String::strip).toList();
        return new ReviewPart(indicators.of(reader, cooperation, names), kept(reader, cooperation));
    }

    private List<MechanismPart> kept(Caller reader, Cooperation cooperation) {
        List<Mechanism> standing = mechanisms.standing(reader, cooperation.parties(), cooperation.period());
        List<Compliance> kept = compliances.of(reader, standing, cooperation.period());
        return IntStream.range(0, standing.size())
                .mapToObj(i -> MechanismPart.of(standing.get(i), kept.get(i)))
                .toList();
    }
}
