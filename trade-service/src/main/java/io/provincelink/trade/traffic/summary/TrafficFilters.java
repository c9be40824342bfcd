package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.AsOf;
import io.provincelink.trade.statistic.AsOfQuery;
import io.provincelink.trade.traffic.Direction;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which traffic figures are added. */
public class TrafficFilters extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("reporter")
    @Parameter(description = "Region codes of reporters, comma separated.", example = "VN.02")
    public @Nullable String reporter;

    @CommaSeparated
    @QueryParam("partner")
    @Parameter(
            description = "Region codes of partners, comma separated: figures that name one of them, or that name none"
                    + " and a gate that leads to one of them.",
            example = "CN.532600")
    public @Nullable String partner;

    @QueryParam("gate")
    @Parameter(description = "Code of a gate.", example = "thanh-thuy-tianbao")
    public @Nullable String gate;

    @QueryParam("direction")
    public @Nullable Direction direction;

    @QueryParam("period")
    @Parameter(description = "The months that it touches.", example = "2016/2020")
    public @Nullable String period;

    @QueryParam("rollup")
    @Parameter(
            description = "current, with reporter: what units reported whose area a reporter took over counts for it.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "current"))
    public @Nullable String rollup;

    @QueryParam("asOf")
    @Parameter(description = AsOfQuery.DESCRIPTION, example = "2021-05-26")
    public @Nullable String asOf;

    /**
     * What is asked for, with every word read; null or empty for any.
     *
     * @param reporters the code under which each reporter's figures are shown
     * @param gate the gate's number
     */
    record Asked(
            Map<String, String> reporters,
            List<String> partners,
            @Nullable Short gate,
            @Nullable Direction direction,
            @Nullable Period period,
            @Nullable Instant asOf) {}

    /**
     * Reads all of it; faults are noted.
     *
     * @param gates the number of the gate with this code
     */
    final Asked asked(ParameterReader parameters, Function<String, Short> gates) {
        List<String> reporters = parameters.regions("reporter", reporter);
        List<String> partners = parameters.regions("partner", partner);
        boolean rollsUp = parameters.rollsUp(rollup);
        if (rollsUp && reporter == null) {
            parameters.note(Fault.at("?reporter", "required-with", "rollup"));
        }
        Short gateNumber = parameters.read(() -> gate == null ? null : gates.apply(gate));
        Period asked = parameters.period("period", period);
        Instant moment = AsOf.read(parameters, asOf);
        Map<String, String> shown = new LinkedHashMap<>();
        // of two reporters that took over one unit, the first has its figures: nothing is counted twice
        reporters.forEach(code -> shown.putIfAbsent(code, code));
        reporters.forEach(code -> Arrays.stream(Parameters.taken(parameters.known(), code, rollsUp))
                .forEach(taken -> shown.putIfAbsent(taken, code)));
        List<String> all = partners.stream()
                .flatMap(code -> Arrays.stream(Parameters.taken(parameters.known(), code, rollsUp)))
                .distinct()
                .toList();
        return new Asked(shown, all, gateNumber, direction, asked, moment);
    }

    @Override
    public void check(ParameterReader parameters) {
        asked(parameters, code -> Gates.NONE);
        parameters.requireNoFaults();
    }

    /** A page of rows that are all at hand; who takes the whole list gets the rest of the same. */
    static <V> Page<V> page(List<V> lines, Function<V, String> key, PageRequest page) {
        String after = page.after();
        int first = after == null
                ? 0
                : 1
                        + IntStream.range(0, lines.size())
                                .filter(i -> key.apply(lines.get(i)).equals(after))
                                .findFirst()
                                .orElseThrow(() -> ProblemException.invalid(Fault.at("?cursor", "bad-cursor")));
        return page.page(
                lines.stream().skip(first).limit(page.fetch()).toList(),
                key,
                Function.identity(),
                following -> page(lines, key, following));
    }
}
