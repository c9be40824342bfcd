package io.provincelink.trade.load.file;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.words.Units;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.HsCode;
import io.provincelink.trade.figure.HsNumber;
import io.provincelink.trade.figure.MinorUnits;
import io.provincelink.trade.figure.Months;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.TradeFigureDraft;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.gate.GateNumbers;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.Month;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.Traders;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes a row right, and the numbers of what it names. The rules are those of a single figure ({@link TradeFigureDraft}); what a
 * file adds is that all its rows are of one reporter, for which the caller acts, and that an empty value withdraws a figure.
 *
 * <p>One object for one file, used by one thread.
 */
public final class RowRules {

    private static final Pattern MONTH = Pattern.compile(Month.FORM);
    private static final Pattern HS = Pattern.compile(HsCode.FORM);
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9].*");
    private static final int MOST_REMEMBERED = 1000;

    private final Caller caller;
    private final GateNumbers gates;
    private final ToIntFunction<String> traders;

    /** What was wrong with pairs of traders: the same mistake stands in many rows, and the nearest codes take long to find. */
    private final Map<List<String>, List<Fault>> pairs = new HashMap<>();

    private final Map<String, Short> numbers = new HashMap<>();
    private final Set<Integer> allowed = new HashSet<>();
    private @Nullable Region reporter;

    /**
     * @param caller who sends the file
     * @param gates that there are
     * @param traders the number by which figures name the region of a code, given to it if it has none
     */
    public RowRules(Caller caller, GateNumbers gates, ToIntFunction<String> traders) {
        this.caller = caller;
        this.gates = gates;
        this.traders = traders;
    }

    /** The one whose figures the file holds; null until there was a valid row. */
    public @Nullable Region reporter() {
        return reporter;
    }

    /**
     * Notes what is wrong with the row, or fills it into numbers.
     *
     * @param mark before the decimals of a number
     * @return whether nothing is wrong
     * @throws ProblemException 403 when nothing is wrong but that the caller does not act for the reporter
     */
    public boolean judge(RowText text, char mark, ParsedRow row) {
        MonthRange months = months(text);
        traders(text, months);
        Flow flow = word(text, LoadColumn.FLOW, Flow.class, null);
        row.regime = place(word(text, LoadColumn.REGIME, Regime.class, null));
        row.gate = gate(text);
        row.hs = hs(text);
        String currency = currency(text);
        row.value = value(text, mark, currency);
        row.netGrams = netGrams(text, mark);
        boolean withdrawn = row.value == ParsedRow.WITHDRAWN && "".equals(text.get(LoadColumn.VALUE));
        row.status =
                place(word(text, LoadColumn.STATUS, FigureStatus.class, withdrawn ? FigureStatus.PROVISIONAL : null));
        row.attribution = place(word(text, LoadColumn.ATTRIBUTION, Attribution.class, Attribution.USUAL));
        row.valuation = place(word(
                text, LoadColumn.VALUATION, Valuation.class, flow == null ? Valuation.FOB : flow.usualValuation()));
        row.hsEdition = hsEdition(text);
        if (text.isFaulty() || months == null || currency == null || !isOfOneReporter(text, months)) {
            return false;
        }
        row.line = text.line();
        row.period = months.first();
        row.months = (short) months.count();
        row.flow = place(flow);
        row.currency = currency;
        row.reporter = number(text, LoadColumn.REPORTER);
        row.partner = number(text, LoadColumn.PARTNER);
        return true;
    }

    private @Nullable MonthRange months(RowText text) {
        String given = required(text, LoadColumn.PERIOD);
        if (given == null) {
            return null;
        }
        int slash = given.indexOf('/');
        Months months = slash < 0
                ? new Months(given, given)
                : new Months(given.substring(0, slash), given.substring(slash + 1));
        if (!MONTH.matcher(months.from()).matches()
                || !MONTH.matcher(months.to()).matches()) {
            text.fault(LoadColumn.PERIOD, "wrong-format", "2019-05, 2019-01/2019-02");
        } else if (!months.areOfOneYear()) {
            text.fault(LoadColumn.PERIOD, "one-year");
        } else if (!months.isInOrder()) {
            text.fault(LoadColumn.PERIOD, "period-order");
        } else {
            return months.range();
        }
        return null;
    }

    private void traders(RowText text, @Nullable MonthRange months) {
        String one = required(text, LoadColumn.REPORTER);
        String other = required(text, LoadColumn.PARTNER);
        // what a code means depends on the month
        if (months != null) {
            text.faults(pairFaults(one, other, months, text.isOnlyCounted()));
        }
    }

    private List<Fault> pairFaults(
            @Nullable String one, @Nullable String other, MonthRange months, boolean onlyCounted) {
        if (onlyCounted && (isUnknown(one) || isUnknown(other))) {
            return List.of(Fault.at("/" + (isUnknown(one) ? "reporter" : "partner"), "unknown-region", ""));
        }
        List<String> key = List.of(String.valueOf(one), String.valueOf(other), months.from());
        List<Fault> known = pairs.get(key);
        if (known == null) {
            known = Traders.faults(new Anchor(caller.regions(), months.firstDay()), one, other);
            if (pairs.size() == MOST_REMEMBERED) {
                pairs.clear();
            }
            pairs.put(key, known);
        }
        return known;
    }

    private boolean isUnknown(@Nullable String code) {
        return code != null && caller.regions().history(code).isEmpty();
    }

    /** The first valid row decides whose figures the file holds. */
    private boolean isOfOneReporter(RowText text, MonthRange months) {
        String named = text.get(LoadColumn.REPORTER);
        if (named == null || reporter != null && !reporter.code().equals(named)) {
            text.fault(LoadColumn.REPORTER, "one-reporter", reporter == null ? "" : reporter.code());
            return false;
        }
        if (!allowed.contains(months.first())) {
            caller.requireActsFor(named, months.firstDay());
            allowed.add(months.first());
        }
        if (reporter == null) {
            reporter = caller.regions().on(named, months.firstDay()).orElseThrow();
        }
        return true;
    }

    private short number(RowText text, LoadColumn column) {
        return numbers.computeIfAbsent(text.right(column), code -> (short) traders.applyAsInt(code));
    }

    private short gate(RowText text) {
        String code = text.get(LoadColumn.GATE);
        if (code == null || code.isEmpty()) {
            return Gates.NONE;
        }
        List<Fault> faults = gates.faults("/gate", code);
        text.faults(faults);
        return faults.isEmpty() ? gates.byCode().get(code) : Gates.NONE;
    }

    private int hs(RowText text) {
        String code = required(text, LoadColumn.HS);
        if (code == null) {
            return 0;
        }
        if (!HS.matcher(code).matches()) {
            text.fault(LoadColumn.HS, "hs");
            return 0;
        }
        return HsNumber.of(code);
    }

    private @Nullable String currency(RowText text) {
        String code = required(text, LoadColumn.CURRENCY);
        if (code == null || Units.isCurrency(code)) {
            return code == null ? null : code.intern();
        }
        text.fault(LoadColumn.CURRENCY, "not-a-currency");
        return null;
    }

    private long value(RowText text, char mark, @Nullable String currency) {
        BigDecimal amount =
                number(text, LoadColumn.VALUE, mark, TradeFigureDraft.VALUE_DIGITS, TradeFigureDraft.VALUE_DECIMALS);
        if (amount == null || currency == null) {
            return ParsedRow.WITHDRAWN;
        }
        List<Fault> faults = MinorUnits.faults("/value", amount, currency);
        text.faults(faults);
        return faults.isEmpty() ? MinorUnits.of(amount, currency) : ParsedRow.WITHDRAWN;
    }

    private long netGrams(RowText text, char mark) {
        BigDecimal kg = number(text, LoadColumn.NET_KG, mark, TradeFigureDraft.KG_DIGITS, TradeFigureDraft.KG_DECIMALS);
        return kg == null ? -1 : kg.movePointRight(TradeFigureDraft.KG_DECIMALS).longValueExact();
    }

    /** A number without sign, exponent and grouping; null where none is given or it is wrong. */
    private static @Nullable BigDecimal number(RowText text, LoadColumn column, char mark, int digits, int decimals) {
        String given = text.get(column);
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (!isNumber(given, mark)) {
            boolean negative = NEGATIVE.matcher(given).matches() && isNumber(given.substring(1), mark);
            text.fault(column, negative ? "negative" : "wrong-format", "1234, 1234" + mark + "5");
            return null;
        }
        BigDecimal number = new BigDecimal(given.replace(mark, '.'));
        if (number.precision() - number.scale() > digits || number.scale() > decimals) {
            text.fault(column, "digits", digits, decimals);
            return null;
        }
        return number;
    }

    private static boolean isNumber(String text, char mark) {
        int at = text.indexOf(mark);
        String whole = at < 0 ? text : text.substring(0, at);
        String decimals = at < 0 ? "0" : text.substring(at + 1);
        return isDigits(whole) && isDigits(decimals);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static short hsEdition(RowText text) {
        String given = text.get(LoadColumn.HS_EDITION);
        if (given == null || given.isEmpty()) {
            return 0;
        }
        int first = TradeFigureDraft.FIRST_HS_EDITION;
        int last = TradeFigureDraft.LAST_HS_EDITION;
        int year = YEAR.matcher(given).matches() ? Integer.parseInt(given) : 0;
        if (year < first || year > last) {
            // as text: a year is not written with a mark after its thousands
            text.fault(LoadColumn.HS_EDITION, "out-of-range", String.valueOf(first), String.valueOf(last));
            return 0;
        }
        return (short) year;
    }

    /** @param unsaid what an empty field means; null where one must be given */
    private static <E extends Enum<E>> @Nullable E word(
            RowText text, LoadColumn column, Class<E> words, @Nullable E unsaid) {
        String given = unsaid == null ? required(text, column) : text.get(column);
        if (given == null || given.isEmpty()) {
            return unsaid;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(given)) {
                return word;
            }
        }
        text.fault(
                column,
                "unknown-value",
                Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
        return null;
    }

    private static short place(@Nullable Enum<?> word) {
        return word == null ? 0 : (short) Place.of(word);
    }

    private static @Nullable String required(RowText text, LoadColumn column) {
        String given = text.get(column);
        if (given != null && given.isEmpty()) {
            text.fault(column, "required");
            return null;
        }
        return given;
    }
}
