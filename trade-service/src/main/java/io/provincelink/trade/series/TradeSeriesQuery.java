package io.provincelink.trade.series;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.summary.SumFilters;
import io.provincelink.trade.summary.SumQuestion;
import io.provincelink.trade.summary.TradeGrouping;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a series of trade figures is asked for. */
public class TradeSeriesQuery extends SumFilters implements CheckedQuery {

    private static final int MOST_YEARS = 100;

    @QueryParam("reporter")
    @Parameter(description = "Region code of the one reporter; required.", example = "VN.02")
    public @Nullable String reporter;

    @QueryParam("flow")
    @Parameter(description = "Without it TURNOVER, which is exports and imports together.")
    public @Nullable SeriesFlow flow;

    @QueryParam("frequency")
    @Parameter(description = "M monthly, Q quarterly, A annual; without it monthly.")
    public @Nullable Frequency frequency;

    @QueryParam("combine")
    @Parameter(
            description = "JAN_FEB: January and February are one point of a monthly series, as the lunar new year falls"
                    + " into either. What was published as one figure is one point anyway.")
    public @Nullable Combination combine;

    /**
     * The question with every word read.
     *
     * @param period as asked for; null for all that was reported
     * @param question of whole years, and of the year before, with which each point is compared
     */
    record Asked(
            String reporter,
            SeriesFlow flow,
            Frequency frequency,
            @Nullable Combination combine,
            @Nullable Period period,
            SumQuestion question,
            Map<String, String> filters) {}

    Asked asked(ParameterReader parameters, Function<String, Short> gates) {
        String one = parameters.read(
                () -> Parameters.required("reporter", Parameters.region(parameters.known(), "reporter", reporter)));
        SumQuestion question = question(parameters, one == null ? List.of() : List.of(one), gates);
        Period period = question.period();
        if (period != null && period.to().getYear() - period.from().getYear() >= MOST_YEARS) {
            parameters.note(Fault.at("?period", "too-long-period", MOST_YEARS));
        }
        parameters.requireNoFaults();
        SeriesFlow series = Objects.requireNonNullElse(flow, SeriesFlow.TURNOVER);
        return new Asked(
                Objects.requireNonNull(one),
                series,
                Objects.requireNonNullElse(frequency, Frequency.M),
                combine,
                period,
                question.period(withYearBefore(period))
                        .flows(series.flows())
                        .by(TradeGrouping.MONTH, TradeGrouping.FLOW),
                given());
    }

    private static @Nullable Period withYearBefore(@Nullable Period period) {
        return period == null
                ? null
                : Period.years(period.from().getYear() - 1, period.to().getYear());
    }

    @Override
    public void check(ParameterReader parameters) {
        asked(parameters, code -> Gates.NONE);
    }
}
