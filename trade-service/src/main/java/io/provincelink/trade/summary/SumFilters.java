package io.provincelink.trade.summary;

import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Units;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.statistic.AsOf;
import io.provincelink.trade.statistic.AsOfQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which figures a sum is of: what summaries and series are asked for alike, but for reporter and flow. */
public class SumFilters {

    @CommaSeparated
    @QueryParam("partner")
    @Parameter(description = "Region codes of partners, comma separated.", example = "CN.532600")
    public @Nullable String partner;

    @QueryParam("period")
    @Parameter(
            description =
                    "The months that it touches. In a summary a figure for several months counts where all of them"
                            + " lie within; in a series each point is whole.",
            example = "2016/2020")
    public @Nullable String period;

    @CommaSeparated
    @QueryParam("gate")
    @Parameter(description = "Codes of gates, comma separated.", example = "thanh-thuy-tianbao")
    public @Nullable String gate;

    @CommaSeparated
    @QueryParam("regime")
    @Parameter(
            description = "NORMAL, BORDER_RESIDENT, TEMPORARY, TRANSIT: any of them, comma separated. Without it normal"
                    + " and border-resident trade.",
            example = "NORMAL,BORDER_RESIDENT")
    public @Nullable String regime;

    @CommaSeparated
    @QueryParam("hs")
    @Pattern(regexp = "^(?!00)\\d{2,6}(,(?!00)\\d{2,6})*$", message = "{provincelink.hs}")
    @Parameter(
            description = "Codes of 2 to 6 digits, comma separated; figures of them and of the codes below them.",
            example = "08")
    public @Nullable String hs;

    @CommaSeparated
    @QueryParam("currency")
    @Parameter(description = "ISO 4217 codes, comma separated.", example = "USD")
    public @Nullable String currency;

    @QueryParam("attribution")
    @Parameter(description = "Needed where there are figures of several, which are never added.")
    public @Nullable Attribution attribution;

    @QueryParam("rollup")
    @Parameter(
            description = "current: what closed units reported, or others on them, counts for those that took their"
                    + " area over.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("asOf")
    @Parameter(description = AsOfQuery.DESCRIPTION + " Reads of the past take longer.", example = "2021-05-26")
    public @Nullable String asOf;

    /**
     * The question with every word read; what cannot be read is noted in the parameters.
     *
     * @param reporters codes as they were asked for
     * @param numbers the number of the gate with this code
     */
    protected final SumQuestion question(
            ParameterReader parameters, List<String> reporters, Function<String, Short> numbers) {
        List<String> partners = parameters.regions("partner", partner);
        Period asked = parameters.period("period", period);
        Set<Short> gates =
                some(parameters.read(() -> words(gate).map(numbers).collect(Collectors.toUnmodifiableSet())));
        Set<Regime> regimes = some(
                parameters.read(() -> words(regime).map(SumFilters::regime).collect(Collectors.toUnmodifiableSet())));
        Set<String> currencies = words(currency).collect(Collectors.toUnmodifiableSet());
        if (!currencies.stream().allMatch(Units::isCurrency)) {
            parameters.note(Fault.at("?currency", "not-a-currency"));
        }
        Rollup known = rollup(parameters);
        return SumQuestion.of(known.taken(reporters), known.taken(partners), asked)
                .gates(gates)
                .regimes(regimes)
                .hs(words(hs).collect(Collectors.toUnmodifiableSet()))
                .currencies(currencies)
                .attribution(attribution)
                .asOf(AsOf.read(parameters, asOf));
    }

    /** What was asked for of that, by the parameter's name: what a sheet says of itself. */
    protected final Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "partner", partner);
        put(given, "gate", gate);
        put(given, "hs", hs);
        put(given, "rollup", rollup);
        put(given, "asOf", asOf);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String text) {
        if (text != null) {
            given.put(name, text);
        }
    }

    protected final Rollup rollup(ParameterReader parameters) {
        return new Rollup(parameters.known(), parameters.today(), parameters.rollsUp(rollup));
    }

    private static Stream<String> words(@Nullable String text) {
        return text == null
                ? Stream.empty()
                : Arrays.stream(text.split(",", -1)).map(String::strip).distinct();
    }

    private static <T> Set<T> some(@Nullable Set<T> read) {
        return read == null ? Set.of() : read;
    }

    private static Regime regime(String word) {
        return Arrays.stream(Regime.values())
                .filter(regime -> regime.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at("?regime", "unknown-value", names())));
    }

    private static String names() {
        return Arrays.stream(Regime.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
