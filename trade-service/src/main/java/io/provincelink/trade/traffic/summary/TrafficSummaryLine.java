package io.provincelink.trade.traffic.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.traffic.Direction;
import io.provincelink.trade.traffic.TrafficKind;
import org.jspecify.annotations.Nullable;

/**
 * One row of a summary of traffic. A key is absent where the summary is not divided by it, and where the figures of the row name none.
 *
 * @param reporter whose reports were added up
 * @param gate code of the gate; absent in the row of what is not broken down by gate
 * @param region unit inside the reporter; absent in the row of what is not broken down by region
 * @param figure ABOUT where one of the figures is an estimate
 * @param figures how many were added
 * @param coverage in how many of the row's months there is any; absent where nobody said of which months
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrafficSummaryLine(
        @Nullable Integer year,
        @Nullable String month,
        TrafficKind kind,
        String reporter,
        @Nullable String gate,
        @Nullable Direction direction,
        @Nullable String region,
        Figure figure,
        long figures,
        @Nullable Coverage coverage) {}
