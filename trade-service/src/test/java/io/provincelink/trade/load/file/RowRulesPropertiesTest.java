package io.provincelink.trade.load.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.HsNumber;
import io.provincelink.trade.figure.MinorUnits;
import io.provincelink.trade.figure.Months;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.TradeFigureDraft;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.gate.GateNumbers;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.Place;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** A row of a file is judged as the same figure would be if it were sent alone, however the row is read. */
class RowRulesPropertiesTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private static final String HEADER =
            "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status,attribution,valuation,hsEdition\n";

    @Property(tries = 2000)
    void a_row_is_right_if_the_figure_alone_would_be(@ForAll("rows") List<String> fields) throws IOException {
        Optional<TradeFigureDraft> draft = draft(fields).filter(RowRulesPropertiesTest::isRight);

        List<String> read = read(List.of(String.join(",", fields)));

        assertThat(read.size()).as(String.join(",", fields)).isEqualTo(draft.isPresent() ? 1 : 0);
        draft.ifPresent(figure -> assertThat(read.get(0)).isEqualTo("2: " + shown(figure)));
    }

    @Property(tries = 500)
    void what_was_learned_from_rows_before_changes_nothing(@ForAll("files") List<List<String>> rows)
            throws IOException {
        List<String> lines =
                rows.stream().map(fields -> String.join(",", fields)).toList();
        List<String> each = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String alone : read(List.of(lines.get(i)))) {
                each.add(alone.replaceFirst("2", String.valueOf(i + 2)));
            }
        }

        assertThat(read(lines)).isEqualTo(each);
    }

    @Provide
    Arbitrary<List<List<String>>> files() {
        return rows().list().ofMinSize(2).ofMaxSize(30);
    }

    /** Mostly right, so that each rule decides in some of them; all of one reporter, which is a rule of files alone. */
    @Provide
    Arbitrary<List<String>> rows() {
        return Combinators.combine(List.of(
                        mostly(
                                "1973-05",
                                "1973-01/1973-02",
                                "1999-12",
                                "2025-07",
                                "1973-13",
                                "1973-05/1973-04",
                                "1973-12/1974-01",
                                "73-05",
                                ""),
                        Arbitraries.of("XA.01"),
                        mostly("XB.010100", "XB", "XB.010101", "XB.77", "XA.02", "XA.01", "XA", "VN", "xb", ""),
                        mostly("EXPORT", "IMPORT", "export", ""),
                        mostly("", "gate-one", "gate-two", "gate-three", "Gate-One"),
                        mostly("NORMAL", "TRANSIT", "BORDER_RESIDENT", "SOME", ""),
                        mostly("08", "080810", "27111", "00", "8", "0808101", "08a", ""),
                        mostly("USD", "VND", "KWD", "XAU", "USN", "usd", ""),
                        mostly(
                                "1",
                                "0",
                                "1.5",
                                "12.345",
                                "9223372036854775807",
                                "92233720368547758.08",
                                "1.0000",
                                "1.00000",
                                "-1",
                                "x"),
                        mostly("", "0", "12.5", "12.3456", "999999999999999.999", "1000000000000000", "-1", "x"),
                        mostly("FINAL", "ESTIMATED", "PROVISIONAL", "SURE", ""),
                        mostly("", "GATE", "ENTERPRISE", "ORIGIN_DESTINATION", "x"),
                        mostly("", "FOB", "CIF", "x"),
                        mostly("", "2017", "1988", "2100", "1987", "2101", "x")))
                .as(ArrayList::new);
    }

    private static Arbitrary<String> mostly(String usual, String... others) {
        return Arbitraries.frequencyOf(Tuple.of(60, Arbitraries.just(usual)), Tuple.of(6, Arbitraries.of(others)));
    }

    private static List<String> read(List<String> lines) throws IOException {
        List<String> rows = new ArrayList<>();
        RowRules rules = new RowRules(
                ReadFile.caller("XA.01"), new GateNumbers(ReadFile.GATES), RowRulesPropertiesTest::traderNumber);
        byte[] file = (HEADER + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
        new CsvRows(Dialect.USUAL, rules)
                .read(new ByteArrayInputStream(file), row -> rows.add(ReadFile.shown(row)), new RowErrors());
        return rows;
    }

    private static int traderNumber(String code) {
        return code.hashCode() & 0x7fff;
    }

    /** As a client would send it; empty where the JSON would not be read at all. */
    private static Optional<TradeFigureDraft> draft(List<String> fields) {
        List<@Nullable String> given = new ArrayList<>();
        fields.forEach(field -> given.add(field.isEmpty() ? null : field));
        String period = fields.get(0);
        int slash = period.indexOf('/');
        try {
            return Optional.of(new TradeFigureDraft(
                    null,
                    slash < 0 ? given.get(0) : null,
                    slash < 0 ? null : new Months(period.substring(0, slash), period.substring(slash + 1)),
                    given.get(1),
                    given.get(2),
                    word(Flow.class, given.get(3)),
                    given.get(4),
                    word(Regime.class, given.get(5)),
                    given.get(6),
                    given.get(13) == null ? null : Integer.valueOf(given.get(13)),
                    number(given.get(8)),
                    given.get(7),
                    number(given.get(9)),
                    word(FigureStatus.class, given.get(10)),
                    word(Attribution.class, given.get(11)),
                    word(Valuation.class, given.get(12))));
        } catch (IllegalArgumentException notRead) {
            return Optional.empty();
        }
    }

    private static boolean isRight(TradeFigureDraft draft) {
        return (draft.month() != null || draft.months() != null)
                && VALIDATOR.validate(draft).isEmpty()
                && draft.faults(new Anchor(
                                ReadFile.REGIONS,
                                Period.parse(
                                                draft.month() != null
                                                        ? draft.month()
                                                        : draft.months().from())
                                        .orElseThrow()
                                        .from()))
                        .isEmpty()
                && (draft.gate() == null || ReadFile.GATES.containsKey(draft.gate()));
    }

    private static String shown(TradeFigureDraft draft) {
        String first = draft.month() != null ? draft.month() : draft.months().from();
        String last = draft.month() != null ? draft.month() : draft.months().to();
        int months = Integer.parseInt(last.substring(5)) - Integer.parseInt(first.substring(5)) + 1;
        return first.replace("-", "") + "+" + months + " "
                + traderNumber(draft.reporter()) + ">" + traderNumber(draft.partner()) + " "
                + Place.of(draft.flow()) + " " + (draft.gate() == null ? 0 : ReadFile.GATES.get(draft.gate())) + " "
                + Place.of(draft.regime()) + " " + HsNumber.of(draft.hs()) + " " + draft.currency() + " "
                + MinorUnits.of(draft.value(), draft.currency()) + " "
                + (draft.netKg() == null ? -1 : draft.netKg().movePointRight(3).longValueExact()) + " "
                + Place.of(draft.status()) + " " + Place.of(draft.attribution()) + " " + Place.of(draft.valuation())
                + " " + (draft.hsEdition() == null ? 0 : draft.hsEdition());
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> words, @Nullable String text) {
        return text == null ? null : Enum.valueOf(words, text);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
