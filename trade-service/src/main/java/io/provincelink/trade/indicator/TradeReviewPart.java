package io.provincelink.trade.indicator;

import io.provincelink.record.observation.IndicatorPart;
import java.util.List;

/** What this service has to say in a programme review. */
public record TradeReviewPart(List<IndicatorPart> indicators) {}
