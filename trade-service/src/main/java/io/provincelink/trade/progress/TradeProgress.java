package io.provincelink.trade.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Progress towards a turnover goal.
 *
 * @param asOf the moment whose knowledge was asked for; absent for now
 * @param progress by what the first party reports
 * @param others by what each other party reports of the same, never added
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TradeProgress(
        List<String> parties,
        Period period,
        Figure target,
        @Nullable Instant asOf,
        ReporterProgress progress,
        List<ReporterProgress> others) {}
