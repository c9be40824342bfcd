package io.provincelink.trade.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.provincelink.kit.words.Figure;
import io.provincelink.trade.figure.Months;
import org.jspecify.annotations.Nullable;

/**
 * One month, gate or chapter, and how much of the difference is in it.
 *
 * @param month absent where several months are compared together, because one side publishes them as one figure
 * @param gate code of the gate; absent in the part that is not broken down by gate
 * @param chapter of the Harmonized System
 * @param share of the gross gap, in percent; absent where there is no gap at all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contribution(
        @Nullable String month,
        @Nullable Months months,
        @Nullable String gate,
        @Nullable String chapter,
        @JsonUnwrapped Comparison comparison,
        @Nullable Figure share) {}
