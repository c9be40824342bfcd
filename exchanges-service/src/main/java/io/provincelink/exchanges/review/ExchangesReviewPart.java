package io.provincelink.exchanges.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.compliance.Compliance;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.kit.words.Text;
import io.provincelink.record.observation.IndicatorPart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service has to say in a review. */
public record ExchangesReviewPart(List<IndicatorPart> indicators, List<MechanismPart> mechanisms) {

    /**
     * How well a mechanism was kept.
     *
     * @param due null where nobody knows since when, or how often, they meet
     */
    public record MechanismPart(
            UUID id,
            Text title,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer due,

            long held,
            long notHeld,
            long noRecord) {

        static MechanismPart of(Mechanism mechanism, Compliance kept) {
            return new MechanismPart(
                    mechanism.id(), mechanism.title(), kept.due(), kept.held(), kept.notHeld(), kept.noRecord());
        }
    }
}
