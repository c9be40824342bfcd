package io.provincelink.gateway.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure that somebody published about the programme or its parties, as a review shows it.
 *
 * @param period null where the source gives none
 * @param periodAsPublished the source's own words for the period
 * @param comparedToTarget how the source itself compares it with the target; left out where it does not
 */
public record PublishedFigure(
        @Nullable Period period,
        @Nullable String periodAsPublished,
        Figure figure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PublishedComparison comparedToTarget,
        @Nullable Source source) {

    /**
     * A source's own comparison with a target; the target is never derived from it.
     *
     * @param exceedsByPercent how far the target was exceeded; negative when it was missed
     * @param wording the source's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PublishedComparison(
            BigDecimal exceedsByPercent, @Nullable Text wording) {}
}
