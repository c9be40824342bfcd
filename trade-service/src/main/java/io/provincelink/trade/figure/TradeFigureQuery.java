package io.provincelink.trade.figure;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Units;
import io.provincelink.record.Filter;
import io.provincelink.trade.statistic.AsOf;
import io.provincelink.trade.statistic.AsOfQuery;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.StatisticFilters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of trade figures. */
public class TradeFigureQuery extends PageRequest implements CheckedQuery {

    @CommaSeparated
    @QueryParam("reporter")
    @Parameter(description = "Region codes of reporters, comma separated.", example = "VN.02")
    public @Nullable String reporter;

    @CommaSeparated
    @QueryParam("partner")
    @Parameter(description = "Region codes of partners, comma separated.", example = "CN.532600")
    public @Nullable String partner;

    @QueryParam("flow")
    public @Nullable Flow flow;

    @QueryParam("gate")
    @Parameter(description = "Code of a gate.", example = "thanh-thuy-tianbao")
    public @Nullable String gate;

    @QueryParam("regime")
    public @Nullable Regime regime;

    @HsCode
    @QueryParam("hs")
    @Parameter(description = "2 to 6 digits; figures of this code and of the codes below it.", example = "08")
    public @Nullable String hs;

    @QueryParam("period")
    @Parameter(description = "Figures that cover a month of it.", example = "2016/2020")
    public @Nullable String period;

    @QueryParam("currency")
    @Parameter(description = "ISO 4217 code.", example = "USD")
    public @Nullable String currency;

    @QueryParam("asOf")
    @Parameter(description = AsOfQuery.DESCRIPTION, example = "2021-05-26")
    public @Nullable String asOf;

    /** Numbers by which the table names gates and regions. */
    interface Numbers {

        @Nullable
        Short gate(String code);

        Integer[] traders(List<String> regions);
    }

    Filter filter(ParameterReader parameters, Numbers numbers) {
        String gateCode = gate;
        Short gateNumber = gateCode == null ? null : parameters.read(() -> numbers.gate(gateCode));
        if (currency != null && !Units.isCurrency(currency)) {
            parameters.note(Fault.at("?currency", "not-a-currency"));
        }
        Period asked = parameters.period("period", period);
        List<String> reporters = parameters.regions("reporter", reporter);
        List<String> partners = parameters.regions("partner", partner);
        Filter filter = Filter.by(parameters)
                .with(TradeFigures.AS_OF, AsOf.read(parameters, asOf))
                .and(
                        "r.reporter = any(:reporters)",
                        "reporters",
                        reporters.isEmpty() ? null : numbers.traders(reporters))
                .and("r.partner = any(:partners)", "partners", partners.isEmpty() ? null : numbers.traders(partners))
                .and("r.flow = :flow", "flow", flow == null ? null : Place.of(flow))
                .and("r.gate = :gate", "gate", gateNumber)
                .and("r.regime = :regime", "regime", regime == null ? null : Place.of(regime))
                .and("r.currency = :currency", "currency", currency)
                .asked();
        if (hs != null && HsNumber.isCode(hs)) {
            filter.and("r.hs >= :firstHs", "firstHs", HsNumber.of(hs))
                    .and("r.hs <= :lastHs", "lastHs", HsNumber.lastBelow(hs));
        }
        return StatisticFilters.overlapping(filter, asked, "r.months");
    }

    @Override
    public void check(ParameterReader parameters) {
        filter(parameters, new Numbers() {
            @Override
            public @Nullable Short gate(String code) {
                return null;
            }

            @Override
            public Integer[] traders(List<String> regions) {
                return new Integer[0];
            }
        });
    }
}
