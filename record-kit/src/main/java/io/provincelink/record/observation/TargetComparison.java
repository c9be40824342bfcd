package io.provincelink.record.observation;

import io.provincelink.kit.words.PlainNumber;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a source itself compares its figure with the target. The target is never derived from it.
 *
 * @param exceedsByPercent how far the target was exceeded; negative when it was missed
 * @param wording the source's words
 */
public record TargetComparison(
        @NotNull @Digits(integer = 9, fraction = 3) BigDecimal exceedsByPercent,
        @Nullable @Valid Text wording) {

    public TargetComparison {
        exceedsByPercent = PlainNumber.of(exceedsByPercent);
    }
}
