package io.provincelink.trade.reconciliation;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Units;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.statistic.AsOf;
import io.provincelink.trade.statistic.AsOfQuery;
import io.provincelink.trade.statistic.Traders;
import io.provincelink.trade.summary.SumQuestion;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which two sides' reports are compared, and how. */
public class ReconciliationQuery implements CheckedQuery {

    private static final int MOST_YEARS = 50;
    private static final BigDecimal LARGEST_FACTOR = new BigDecimal("1.5");
    private static final Pattern FACTOR = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");

    @QueryParam("a")
    @Parameter(required = true, description = "Region code of one side.", example = "VN.02")
    public @Nullable String a;

    @QueryParam("b")
    @Parameter(required = true, description = "Region code of the other side.", example = "CN.532600")
    public @Nullable String b;

    @QueryParam("period")
    @Parameter(required = true, description = "The months that it touches, at most 50 years.", example = "2021/2025")
    public @Nullable String period;

    @QueryParam("by")
    @DefaultValue("month")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"month", "gate", "chapter"},
                            defaultValue = "month"))
    public String by = "month";

    // as a text: what is no number is a 400 that says what would be one
    @QueryParam("cifFob")
    @DefaultValue("1.06")
    @Parameter(
            description =
                    "By this CIF values are divided, so that they can be compared with FOB values: 1.06 as the IMF"
                            + " does since 2017, 1.10 as it did before, 1.00 where goods are valued at the gate itself. From 1"
                            + " to 1.5.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "1", maximum = "1.5", defaultValue = "1.06"))
    public String cifFob = "1.06";

    @QueryParam("agree")
    @DefaultValue("10")
    @Min(0)
    @Max(100)
    @Parameter(description = "Up to which index, in percent, two values agree.")
    public int agree = 10;

    @QueryParam("currency")
    @DefaultValue("USD")
    @Parameter(description = "ISO 4217 code; figures in other currencies are named and left out.", example = "USD")
    public String currency = "USD";

    @CommaSeparated
    @QueryParam("regime")
    @Parameter(
            description = "NORMAL, BORDER_RESIDENT, TEMPORARY, TRANSIT: any of them, comma separated. Without it normal"
                    + " and border-resident trade.",
            example = "NORMAL")
    public @Nullable String regime;

    @QueryParam("attributionA")
    @Parameter(description = "Needed where a has figures of several, which are never added.")
    public @Nullable Attribution attributionA;

    @QueryParam("attributionB")
    @Parameter(description = "Needed where b has figures of several, which are never added.")
    public @Nullable Attribution attributionB;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what closed units reported, or others on them, counts for those that took their"
                    + " area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("asOf")
    @Parameter(description = AsOfQuery.DESCRIPTION, example = "2021-05-26")
    public @Nullable String asOf;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "How many groups are shown of each flow, 1–200.")
    public int limit = 50;

    /**
     * One side.
     *
     * @param codes of it, and of the units whose area it took over where that was asked for
     * @param attribution null where its figures should be of one alone
     * @param attributionParameter where a reader chooses one
     */
    record Party(String code, List<String> codes, @Nullable Attribution attribution, String attributionParameter) {}

    /**
     * The question with every word read.
     *
     * @param sums for both sides alike, before reporters, partners and flow are known
     * @param limit how many groups are shown
     */
    record Question(Party a, Party b, SumQuestion sums, ReconciliationGrouping by, Yardstick yardstick, int limit) {

        Period period() {
            return Objects.requireNonNull(sums.period());
        }
    }

    Question question(ParameterReader parameters) {
        boolean rollsUp = parameters.rollsUp(rollup);
        Party one = party(parameters, "a", a, rollsUp);
        Party other = party(parameters, "b", b, rollsUp);
        if (one != null && other != null) {
            notSameSide(parameters, one.code(), other.code());
        }
        Period asked = months(parameters);
        if (!Units.isCurrency(currency)) {
            parameters.note(Fault.at("?currency", "not-a-currency"));
        }
        ReconciliationGrouping grouping = parameters.read(() -> ReconciliationGrouping.of(by));
        BigDecimal factor = parameters.read(this::factor);
        Set<Regime> regimes = parameters.read(this::regimes);
        Instant moment = AsOf.read(parameters, asOf);
        parameters.requireNoFaults();
        return new Question(
                Objects.requireNonNull(one),
                Objects.requireNonNull(other),
                SumQuestion.of(List.of(), List.of(), asked)
                        .regimes(Objects.requireNonNull(regimes))
                        .asOf(moment),
                Objects.requireNonNull(grouping),
                new Yardstick(currency, Objects.requireNonNull(factor), agree),
                limit);
    }

    private @Nullable Period months(ParameterReader parameters) {
        Period asked = parameters.period("period", period);
        if (period == null) {
            parameters.note(Fault.at("?period", "required"));
        } else if (asked != null && asked.months() > MOST_YEARS * 12L) {
            parameters.note(Fault.at("?period", "too-long-period", MOST_YEARS));
        }
        return asked;
    }

    private @Nullable Party party(ParameterReader parameters, String name, @Nullable String text, boolean rollsUp) {
        String code = parameters.region(name, text);
        if (text == null) {
            parameters.note(Fault.at("?" + name, "required"));
        }
        if (code == null) {
            return null;
        }
        if (parameters.known().history(code).stream().map(Region::level).noneMatch(Traders.LEVELS::contains)) {
            parameters.note(Fault.at(
                    "?" + name,
                    "wrong-level",
                    Traders.LEVELS.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        boolean isA = name.equals("a");
        return new Party(
                code,
                List.of(Parameters.taken(parameters.known(), code, rollsUp)),
                isA ? attributionA : attributionB,
                isA ? "?attributionA" : "?attributionB");
    }

    private static void notSameSide(ParameterReader parameters, String one, String other) {
        String country = parameters.known().history(one).get(0).country();
        if (country.equals(parameters.known().history(other).get(0).country())) {
            parameters.note(Fault.at("?b", "same-country", one));
        }
    }

    private BigDecimal factor() {
        if (!FACTOR.matcher(cifFob).matches()) {
            throw ProblemException.invalid(Fault.at("?cifFob", "wrong-format", "1.06"));
        }
        BigDecimal factor = new BigDecimal(cifFob);
        if (factor.compareTo(BigDecimal.ONE) < 0 || factor.compareTo(LARGEST_FACTOR) > 0) {
            throw ProblemException.invalid(Fault.at("?cifFob", "out-of-range", "1", LARGEST_FACTOR.toPlainString()));
        }
        return factor;
    }

    private Set<Regime> regimes() {
        return regime == null
                ? Set.of()
                : Arrays.stream(regime.split(",", -1))
                        .map(word -> regime(word.strip()))
                        .collect(Collectors.toSet());
    }

    private static Regime regime(String word) {
        return Arrays.stream(Regime.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at(
                        "?regime",
                        "unknown-value",
                        Arrays.stream(Regime.values()).map(Enum::name).collect(Collectors.joining(", ")))));
    }

    @Override
    public void check(ParameterReader parameters) {
        question(parameters);
    }
}
