package io.provincelink.trade.load.file;

import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.HsNumber;
import io.provincelink.trade.figure.MinorUnits;
import io.provincelink.trade.figure.TradeFigureDraft;
import io.provincelink.trade.statistic.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The quick way to read a row: straight from its bytes, without an object. It takes only what is surely right, that is plain numbers and
 * codes that {@link RowRules} found right in a row before; all else is left to those rules, which alone say what is wrong.
 */
final class RowBytes {

    private static final int FIRST_YEAR = 1900;
    private static final int MONTHS = 12 * 200;

    /** Digits that a long holds whatever they are. */
    private static final int SAFE_DIGITS = 18;

    /** A number that is not plain. */
    private static final long OTHER = -2;

    /** By the places of flows. */
    private static final int[] USUAL_VALUATIONS = Arrays.stream(Flow.values())
            .mapToInt(flow -> Place.of(flow.usualValuation()))
            .toArray();

    private final CsvScanner scanner;
    private final byte[] bytes;
    private final int[] fields = new int[LoadColumn.COUNT];
    private final int mark;

    private byte[] reporter = new byte[0];
    private short reporterNumber;

    /** Values are places in the lists below. */
    private final CodeTable partners = new CodeTable();

    private final CodeTable currencies = new CodeTable();
    private final List<Partner> known = new ArrayList<>();
    private final List<Money> money = new ArrayList<>();

    /** Of columns whose codes mean a number by themselves. */
    private final @Nullable CodeTable[] words = new @Nullable CodeTable[LoadColumn.COUNT];

    /** @param months those in which a row may begin, from January {@link #FIRST_YEAR} on */
    private record Partner(short number, boolean[] months) {}

    private record Money(String code, int decimals) {}

    RowBytes(CsvScanner scanner, HeaderColumns header, char mark) {
        this.scanner = scanner;
        this.bytes = scanner.bytes();
        this.mark = mark;
        for (LoadColumn column : LoadColumn.values()) {
            fields[Place.of(column)] = header.has(column) ? header.field(column) : CsvScanner.NO_FIELD;
        }
        for (LoadColumn column : List.of(
                LoadColumn.FLOW,
                LoadColumn.GATE,
                LoadColumn.REGIME,
                LoadColumn.STATUS,
                LoadColumn.ATTRIBUTION,
                LoadColumn.VALUATION,
                LoadColumn.HS_EDITION)) {
            words[Place.of(column)] = new CodeTable();
        }
    }

    /** Fills the row, or says that this is for the rules; the row may then hold anything. */
    boolean read(ParsedRow row) {
        return period(row) && traders(row) && words(row) && hs(row) && amounts(row);
    }

    private boolean period(ParsedRow row) {
        int from = start(LoadColumn.PERIOD);
        int length = end(LoadColumn.PERIOD) - from;
        if (length != 7 && length != 15) {
            return false;
        }
        int first = month(from);
        int last = length == 7 ? first : bytes[from + 7] == '/' ? month(from + 8) : 0;
        row.period = first;
        row.months = (short) (last - first + 1);
        return first != 0 && last >= first && last / 100 == first / 100;
    }

    /** As yyyymm; 0 if it is none. */
    private int month(int from) {
        int year = digits(from, from + 4);
        int month = digits(from + 5, from + 7);
        boolean right = year >= FIRST_YEAR
                && year < FIRST_YEAR + MONTHS / 12
                && month >= 1
                && month <= 12
                && bytes[from + 4] == '-';
        return right ? year * 100 + month : 0;
    }

    private boolean traders(ParsedRow row) {
        int from = start(LoadColumn.REPORTER);
        if (!Arrays.equals(bytes, from, end(LoadColumn.REPORTER), reporter, 0, reporter.length)) {
            return false;
        }
        int partner = partners.find(bytes, start(LoadColumn.PARTNER), end(LoadColumn.PARTNER));
        if (partner < 0 || !known.get(partner).months[month(row)]) {
            return false;
        }
        row.reporter = reporterNumber;
        row.partner = known.get(partner).number;
        return true;
    }

    private static int month(ParsedRow row) {
        return (row.period / 100 - FIRST_YEAR) * 12 + row.period % 100 - 1;
    }

    private boolean words(ParsedRow row) {
        int flow = word(LoadColumn.FLOW);
        int gate = word(LoadColumn.GATE);
        int regime = word(LoadColumn.REGIME);
        int status = word(LoadColumn.STATUS);
        int attribution = word(LoadColumn.ATTRIBUTION);
        int valuation = flow >= 0 && start(LoadColumn.VALUATION) == end(LoadColumn.VALUATION)
                ? USUAL_VALUATIONS[flow]
                : word(LoadColumn.VALUATION);
        int edition = word(LoadColumn.HS_EDITION);
        row.flow = (short) flow;
        row.gate = (short) gate;
        row.regime = (short) regime;
        row.status = (short) status;
        row.attribution = (short) attribution;
        row.valuation = (short) valuation;
        row.hsEdition = (short) edition;
        return (flow | gate | regime | status | attribution | valuation | edition) >= 0;
    }

    private boolean hs(ParsedRow row) {
        int from = start(LoadColumn.HS);
        int to = end(LoadColumn.HS);
        if (to - from < 2 || to - from > 6 || bytes[from] == '0' && bytes[from + 1] == '0') {
            return false;
        }
        int digits = digits(from, to);
        row.hs = HsNumber.of(digits, to - from);
        return digits >= 0;
    }

    private boolean amounts(ParsedRow row) {
        int currency = currencies.find(bytes, start(LoadColumn.CURRENCY), end(LoadColumn.CURRENCY));
        if (currency < 0) {
            return false;
        }
        Money counted = money.get(currency);
        row.currency = counted.code;
        row.value = number(LoadColumn.VALUE, counted.decimals, TradeFigureDraft.VALUE_DECIMALS);
        row.netGrams = number(LoadColumn.NET_KG, TradeFigureDraft.KG_DECIMALS, TradeFigureDraft.KG_DECIMALS);
        return row.value != OTHER && row.netGrams != OTHER;
    }

    /**
     * In units of the last decimal; -1 for nothing, {@link #OTHER} for what the rules shall read.
     *
     * @param mostDecimals that may be written; those behind {@code decimals} are zeros
     */
    private long number(LoadColumn column, int decimals, int mostDecimals) {
        int at = start(column);
        int to = end(column);
        if (at == to) {
            return -1;
        }
        long number = 0;
        int first = at;
        for (; at < to && isDigit(bytes[at]); at++) {
            number = number * 10 + bytes[at] - '0';
        }
        int whole = at - first;
        if (whole == 0 || whole + decimals > SAFE_DIGITS) {
            return OTHER;
        }
        int written = 0;
        if (at < to) {
            if (bytes[at++] != mark || at == to || to - at > mostDecimals) {
                return OTHER;
            }
            for (; at < to; at++, written++) {
                if (!isDigit(bytes[at]) || written >= decimals && bytes[at] != '0') {
                    return OTHER;
                }
                number = written < decimals ? number * 10 + bytes[at] - '0' : number;
            }
        }
        for (; written < decimals; written++) {
            number *= 10;
        }
        return number;
    }

    /** A number of few digits; negative if it is none. */
    private int digits(int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return -1;
            }
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte read) {
        return read >= '0' && read <= '9';
    }

    /** The number that a code means; negative for the rules to say. */
    private int word(LoadColumn column) {
        return table(column).find(bytes, start(column), end(column));
    }

    private CodeTable table(LoadColumn column) {
        return Objects.requireNonNull(words[Place.of(column)]);
    }

    private int start(LoadColumn column) {
        return scanner.start(fields[Place.of(column)]);
    }

    private int end(LoadColumn column) {
        return scanner.end(fields[Place.of(column)]);
    }

    /** Remembers what the rules found right. */
    void learn(RowText text, ParsedRow row) {
        if (reporter.length == 0) {
            reporter = text.right(LoadColumn.REPORTER).getBytes(StandardCharsets.US_ASCII);
            reporterNumber = row.reporter;
        }
        String partner = text.right(LoadColumn.PARTNER);
        if (partners.put(partner, known.size())) {
            known.add(new Partner(row.partner, new boolean[MONTHS]));
        }
        known.get(partners.get(partner)).months[month(row)] = true;
        if (currencies.put(row.currency, money.size())) {
            money.add(new Money(row.currency, MinorUnits.decimals(row.currency)));
        }
        table(LoadColumn.FLOW).put(text.right(LoadColumn.FLOW), row.flow);
        table(LoadColumn.GATE).put(text.right(LoadColumn.GATE), row.gate);
        table(LoadColumn.REGIME).put(text.right(LoadColumn.REGIME), row.regime);
        table(LoadColumn.ATTRIBUTION).put(text.right(LoadColumn.ATTRIBUTION), row.attribution);
        table(LoadColumn.HS_EDITION).put(text.right(LoadColumn.HS_EDITION), row.hsEdition);
        if (!text.right(LoadColumn.STATUS).isEmpty()) { // which only a row that withdraws may leave out
            table(LoadColumn.STATUS).put(text.right(LoadColumn.STATUS), row.status);
        }
        if (!text.right(LoadColumn.VALUATION).isEmpty()) {
            table(LoadColumn.VALUATION).put(text.right(LoadColumn.VALUATION), row.valuation);
        }
    }
}
