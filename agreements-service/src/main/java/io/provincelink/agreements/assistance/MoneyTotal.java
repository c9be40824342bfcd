package io.provincelink.agreements.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.PlainNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums in one currency; sums of different currencies are never added.
 *
 * @param planned what the plans say; absent where none is in this currency, or where a plan cannot be divided
 * @param disbursedShare how much of the plan was disbursed, in percent; absent without a plan in this currency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MoneyTotal(
        String currency,
        @Nullable BigDecimal planned,
        BigDecimal committed,
        BigDecimal disbursed,
        BigDecimal expended,
        @Nullable Figure disbursedShare) {

    public MoneyTotal {
        planned = PlainNumber.of(planned);
        committed = PlainNumber.of(committed);
        disbursed = PlainNumber.of(disbursed);
        expended = PlainNumber.of(expended);
    }

    /** @param disbursed of these plans alone: what has none in this currency has nothing to be compared with */
    public static @Nullable Figure share(
            String currency, @Nullable BigDecimal disbursed, @Nullable BigDecimal planned) {
        if (disbursed == null || planned == null || planned.signum() <= 0) {
            return null;
        }
        return Figure.exact(disbursed, currency).percentOf(Figure.exact(planned, currency));
    }
}
