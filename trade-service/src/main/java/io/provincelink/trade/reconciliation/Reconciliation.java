package io.provincelink.trade.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.figure.Regime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two sides report of the trade between them, both ways. Nothing is corrected: both values stand as they were reported, beside what
 * was compared.
 *
 * @param by month, gate or chapter
 * @param cifFob the factor by which CIF values were divided
 * @param agree up to which index two values agree, in percent
 * @param regimes that were counted
 * @param asOf the moment whose knowledge was asked for; absent for now
 * @param flows from a to b, then from b to a
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reconciliation(
        String a,
        String b,
        Period period,
        String by,
        BigDecimal cifFob,
        int agree,
        String currency,
        List<Regime> regimes,
        @Nullable Instant asOf,
        List<MirrorFlow> flows) {}
