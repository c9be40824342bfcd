package io.provincelink.trade.figure;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.CurrencyCode;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Units;
import io.provincelink.record.RecordCode;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.Month;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.StatisticDraft;
import io.provincelink.trade.statistic.Traders;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trade figure as a client sends it.
 *
 * @param month either this or {@code months}
 * @param months several months published as one figure
 * @param reporter province or prefecture whose side reports
 * @param partner province, prefecture or whole country on the other side
 * @param gate code of a gate; a figure without one is the part that is not broken down by gate, so the two add up
 * @param hs two to six digits; a shorter code is the part that is not broken down further, so it adds up with longer ones
 * @param hsEdition year of the Harmonized System's edition
 * @param value with no more decimals than the currency has
 * @param attribution ORIGIN_DESTINATION where nothing is said
 * @param valuation where nothing is said FOB for exports, CIF for imports
 */
public record TradeFigureDraft(
        @Nullable UUID id,
        @Nullable @Month String month,
        @Nullable @Valid Months months,
        @NotNull @RegionCode String reporter,
        @NotNull @RegionCode String partner,
        @NotNull Flow flow,
        @Nullable @RecordCode String gate,
        @NotNull Regime regime,
        @NotNull @HsCode String hs,

        @Nullable @Min(FIRST_HS_EDITION) @Max(LAST_HS_EDITION)
        Integer hsEdition,

        @NotNull @PositiveOrZero @Digits(integer = VALUE_DIGITS, fraction = VALUE_DECIMALS)
        BigDecimal value,

        @NotNull @Pattern(regexp = "^[A-Z]{3}$", message = CurrencyCode.MESSAGE) @CurrencyCode
        String currency,

        @Nullable @PositiveOrZero @Digits(integer = KG_DIGITS, fraction = KG_DECIMALS)
        BigDecimal netKg,

        @NotNull FigureStatus status,
        @Nullable Attribution attribution,
        @Nullable Valuation valuation)
        implements StatisticDraft {

    public static final int FIRST_HS_EDITION = 1988;
    public static final int LAST_HS_EDITION = 2100;

    /** Most digits before and after the decimal point. */
    public static final int VALUE_DIGITS = 19;

    public static final int VALUE_DECIMALS = 4;
    public static final int KG_DIGITS = 15;
    public static final int KG_DECIMALS = 3;

    public TradeFigureDraft {
        attribution = Objects.requireNonNullElse(attribution, Attribution.USUAL);
        valuation = valuation == null && flow != null ? flow.usualValuation() : valuation;
    }

    /** What an edit starts from. */
    static TradeFigureDraft of(TradeFigureView figure) {
        return new TradeFigureDraft(
                figure.id(),
                figure.month(),
                figure.months(),
                figure.reporter(),
                figure.partner(),
                figure.flow(),
                figure.gate(),
                figure.regime(),
                figure.hs(),
                figure.hsEdition(),
                figure.value(),
                figure.currency(),
                figure.netKg(),
                figure.status(),
                figure.attribution(),
                figure.valuation());
    }

    /** The months; that they are there and of one year was checked before. */
    MonthRange range() {
        return months == null ? MonthRange.of(month) : months.range();
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        String first = month != null || months == null ? month : months.from();
        return new @Nullable LocalDate[] {Period.parse(first).map(Period::from).orElse(null)};
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(certain(Traders.faults(anchor, reporter, partner)));
        if ((month == null) == (months == null)) {
            faults.add(Fault.at("/month", "exactly-one-of", "month, months"));
        } else if (months != null && months.from() != null && months.to() != null && !months.areOfOneYear()) {
            faults.add(Fault.at("/months/to", "one-year"));
        }
        if (currency != null && value != null && Units.isCurrency(currency)) {
            faults.addAll(MinorUnits.faults("/value", value, currency));
        }
        return faults;
    }

    /** The values, fit to be kept. */
    TradeFigure.Values values() {
        Long netGrams = netKg == null ? null : netKg.movePointRight(KG_DECIMALS).longValueExact();
        return new TradeFigure.Values(
                MinorUnits.of(value, currency),
                netGrams,
                status,
                Objects.requireNonNull(attribution),
                Objects.requireNonNull(valuation));
    }

    /** Values may be revised, what the figure is about may not. */
    @Override
    public List<Fault> faultsAsRevisionOf(StatisticDraft before) {
        List<Fault> faults = StatisticDraft.super.faultsAsRevisionOf(before);
        return faults.isEmpty() ? MinorUnits.faults("/value", value, currency) : faults;
    }

    @Override
    public Map<String, @Nullable Object> about() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("month", month);
        fields.put("months", months);
        fields.put("reporter", reporter);
        fields.put("partner", partner);
        fields.put("flow", flow);
        fields.put("gate", gate);
        fields.put("regime", regime);
        fields.put("hs", hs);
        fields.put("hsEdition", hsEdition);
        fields.put("currency", currency);
        return fields;
    }
}
