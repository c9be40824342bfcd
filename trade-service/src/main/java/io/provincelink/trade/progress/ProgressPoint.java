package io.provincelink.trade.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far it had come by the end of a month, or of several that are published together.
 *
 * @param from first month, 2021-01
 * @param to last month, the same where it is one
 * @param value exports and imports of these months; absent where nothing was reported
 * @param complete whether each of these months has figures of both flows
 * @param cumulative everything from the first month of the period on
 * @param share the same in percent of the target
 * @param expected where a straight line from nothing to the target would be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressPoint(
        String from,
        String to,
        @Nullable Figure value,
        boolean complete,
        Figure cumulative,
        Figure share,
        Figure expected) {

    /** How many months it is of. */
    long months() {
        return ChronoUnit.MONTHS.between(YearMonth.parse(from), YearMonth.parse(to)) + 1;
    }
}
