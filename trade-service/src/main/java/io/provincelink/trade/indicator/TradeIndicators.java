package io.provincelink.trade.indicator;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Indicator;
import io.provincelink.kit.words.KnownIndicator;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.kit.words.Recorded.Report;
import io.provincelink.kit.words.Text;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.record.observation.IndicatorBook;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.traffic.TrafficFigures;
import io.provincelink.trade.traffic.TrafficKind;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turnover, permits, placements, exports and imports, as the first party reports them, and beside that, never added, as each other
 * party does: two queries for each party. Figures add up, see {@link Sides}.
 */
@Singleton
public class TradeIndicators implements IndicatorBook {

    private static final String DOLLAR = "USD";

    private static final Text COUNTED_TRADE = new Text(
            "Số liệu do bên thứ nhất (và các đơn vị thuộc bên đó) báo cáo với bên kia; chính ngạch và trao đổi cư dân"
                    + " biên giới; chỉ USD và chỉ một cách quy thuộc. Tất cả được cộng lại: số liệu không ghi cửa khẩu là"
                    + " phần không tách theo cửa khẩu, mã HS ngắn hơn là phần không tách chi tiết hơn, số liệu của một đơn"
                    + " vị không gồm phần do đơn vị trực thuộc báo cáo.",
            "以第一方（及其所辖单位）对另一方的报告为准；含一般监管方式和边民互市；只计美元，且只计一种归属口径。各项相加："
                    + "未注明口岸的数据为未按口岸细分的部分，较短的HS编码为未再细分的部分，某单位的数据不含其下辖单位所报告的部分。",
            "As reported by the first party and the units inside it with the other party as partner; normal and"
                    + " border-resident trade; US dollars only, and of one attribution only. All of it adds up: a figure"
                    + " without a gate is the part not broken down by gate, a shorter HS code the part not broken down"
                    + " further, and a unit's figure leaves out what units inside it report.");
    private static final Text COUNTED_TRAFFIC = new Text(
            "Số liệu do bên thứ nhất (và các đơn vị thuộc bên đó) báo cáo với bên kia, hoặc tại cửa khẩu dẫn sang bên"
                    + " kia khi không ghi đối tác. Tất cả được cộng lại: số liệu không ghi cửa khẩu hoặc đơn vị là phần"
                    + " không tách theo cửa khẩu hoặc đơn vị, số liệu của một đơn vị không gồm phần do đơn vị trực thuộc"
                    + " báo cáo.",
            "以第一方（及其所辖单位）对另一方、或（未注明对方时）经通往另一方的口岸的报告为准。各项相加：" + "未注明口岸或地区的数据为未按口岸或地区细分的部分，某单位的数据不含其下辖单位所报告的部分。",
            "As reported by the first party and the units inside it with the other party as partner, or at a gate that"
                    + " leads to it where no partner is named. All of it adds up: a figure without gate or region is the"
                    + " part not broken down by gate or region, and a unit's figure leaves out what units inside it"
                    + " report.");

    private static final List<Indicator> INDICATORS = List.of(
            Indicator.of(
                    KnownIndicator.TRADE_TURNOVER,
                    new Text("Tổng kim ngạch xuất nhập khẩu", "进出口总额", "Two-way trade turnover"),
                    COUNTED_TRADE),
            Indicator.of(
                    KnownIndicator.VEHICLE_PERMITS,
                    new Text("Giấy phép phương tiện vận tải", "车辆出入境许可证（签发数）", "Vehicle permits"),
                    COUNTED_TRAFFIC),
            Indicator.of(
                    KnownIndicator.LABOUR_PLACEMENTS,
                    new Text("Lượt lao động", "跨境务工人次", "Labour placements"),
                    COUNTED_TRAFFIC),
            Indicator.of(KnownIndicator.EXPORTS, new Text("Kim ngạch xuất khẩu", "出口额", "Exports"), COUNTED_TRADE),
            Indicator.of(KnownIndicator.IMPORTS, new Text("Kim ngạch nhập khẩu", "进口额", "Imports"), COUNTED_TRADE));

    private final TurnoverSums turnoverSums;
    private final TrafficFigures trafficFigures;

    public TradeIndicators(TurnoverSums turnoverSums, TrafficFigures trafficFigures) {
        this.turnoverSums = turnoverSums;
        this.trafficFigures = trafficFigures;
    }

    @Override
    public List<Indicator> indicators() {
        return INDICATORS;
    }

    @Override
    public Map<String, Recorded> count(Caller caller, Cooperation cooperation) {
        List<String> parties = cooperation.parties();
        Map<String, Recorded> first = reported(caller, cooperation);
        Map<String, Map<String, Recorded>> others = new LinkedHashMap<>();
        parties.stream().skip(1).forEach(party -> others.put(party, reported(caller, cooperation.seenBy(party))));
        Map<String, Recorded> all = new LinkedHashMap<>();
        first.forEach((indicator, counted) -> all.put(
                indicator,
                new Recorded(counted.figure(), counted.coverage(), parties.get(0), reports(others, indicator))));
        return all;
    }

    private static List<Report> reports(Map<String, Map<String, Recorded>> byParty, String indicator) {
        List<Report> reports = new ArrayList<>();
        byParty.forEach((party, counted) -> {
            Recorded recorded = counted.get(indicator);
            if (recorded != null) {
                reports.add(new Report(party, recorded.figure(), recorded.coverage()));
            }
        });
        return reports;
    }

    /** What the first of the parties reports. */
    private Map<String, Recorded> reported(Caller caller, Cooperation cooperation) {
        Sides sides = Sides.of(cooperation, caller.regions());
        if (!sides.areTwo()) {
            return Map.of();
        }
        Period period = cooperation.period();
        var question = new TurnoverSums.Question(sides, period, DOLLAR, List.of(Regime.NORMAL, Regime.BORDER_RESIDENT));
        Turnover turnover = Turnover.of(turnoverSums.sums(caller, question), period, DOLLAR);
        var traffic = trafficFigures.sums(caller, sides.reporters(), sides.partners(), period);
        return Map.of(
                "trade-turnover", turnover.both(),
                "vehicle-permits", counted(traffic, TrafficKind.VEHICLE_PERMITS, "permit", period),
                "labour-placements", counted(traffic, TrafficKind.LABOUR_PLACEMENTS, "placement", period),
                "exports", turnover.only(Flow.EXPORT),
                "imports", turnover.only(Flow.IMPORT));
    }

    private static Recorded counted(List<TrafficFigures.Sum> traffic, TrafficKind kind, String unit, Period period) {
        List<TrafficFigures.Sum> months =
                traffic.stream().filter(sum -> sum.kind() == kind).toList();
        BigDecimal count = months.stream().map(TrafficFigures.Sum::count).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean estimated = months.stream().anyMatch(TrafficFigures.Sum::estimated);
        return new Recorded(
                new Figure(count, estimated ? Qualifier.ABOUT : Qualifier.EXACT, unit, null),
                new Coverage(months.size(), period.months(), "month"));
    }
}
