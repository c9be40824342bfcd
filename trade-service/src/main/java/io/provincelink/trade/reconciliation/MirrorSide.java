package io.provincelink.trade.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Valuation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one side counts.
 *
 * @param region the party; units inside it count for it
 * @param attribution by what its goods are counted; absent where it reports nothing
 * @param valuations of its figures
 * @param coverage months of the period that have a figure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MirrorSide(
        String region, @Nullable Attribution attribution, List<Valuation> valuations, Coverage coverage) {}
