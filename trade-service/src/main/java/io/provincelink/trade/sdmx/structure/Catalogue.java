package io.provincelink.trade.sdmx.structure;

import static io.provincelink.trade.sdmx.structure.Component.coded;
import static io.provincelink.trade.sdmx.structure.Component.dimension;
import static io.provincelink.trade.sdmx.structure.Component.ofSeries;
import static io.provincelink.trade.sdmx.structure.Component.optional;

import io.provincelink.kit.words.Text;
import io.provincelink.trade.sdmx.structure.Artefact.DataStructure;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Component.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The dataflows, and how they are built. */
public final class Catalogue {

    /** Id of the concept scheme. */
    public static final String CONCEPTS = "CS_TRADE";

    static final Text CONCEPTS_NAME =
            new Text("Khái niệm thống kê thương mại biên giới", "边境贸易统计概念", "Concepts of border trade statistics");

    /** Name of the dimension of time. */
    public static final String TIME = "TIME_PERIOD";

    /** Name of the measure. */
    public static final String VALUE = "OBS_VALUE";

    private static final Component FREQ = dimension("FREQ", new Text("Tần suất", "频率", "Frequency"), CodeSet.FREQ);
    private static final Component REPORTER =
            dimension("REPORTER", new Text("Bên báo cáo", "报告方", "Reporter"), CodeSet.REGION);
    private static final Component PARTNER =
            dimension("PARTNER", new Text("Đối tác", "伙伴方", "Partner"), CodeSet.REGION);
    private static final Component FLOW = dimension("FLOW", new Text("Chiều thương mại", "贸易方向", "Flow"), CodeSet.FLOW);
    private static final Component GATE = dimension("GATE", new Text("Cửa khẩu", "口岸", "Gate"), CodeSet.GATE);
    private static final Component REGIME =
            dimension("REGIME", new Text("Loại hình", "贸易方式", "Regime"), CodeSet.REGIME);
    private static final Text CURRENCY_NAME = new Text("Tiền tệ", "货币", "Currency");
    private static final Component CURRENCY = dimension("CURRENCY", CURRENCY_NAME, CodeSet.CURRENCY);
    private static final Text ATTRIBUTION_NAME = new Text("Căn cứ tính", "归属口径", "Attribution");
    private static final Text VALUATION_NAME = new Text("Giá tính", "计价方式", "Valuation");

    private static final Component TIME_PERIOD = new Component(
            TIME, new Text("Kỳ", "时期", "Time period"), Role.TIME, Component.Values.of("ObservationalTimePeriod"), true);
    private static final Component OBS_VALUE = new Component(
            VALUE, new Text("Trị giá", "金额", "Value"), Role.MEASURE, Component.Values.of("Decimal"), true);

    private static final Component UNIT_MULT = ofSeries(
            "UNIT_MULT", new Text("Bội số đơn vị (lũy thừa của 10)", "单位倍数（10 的幂）", "Unit multiplier"), "Integer");
    private static final Component DECIMALS =
            ofSeries("DECIMALS", new Text("Số chữ số thập phân", "小数位数", "Decimals"), "Integer");
    private static final Component OBS_STATUS =
            coded("OBS_STATUS", new Text("Trạng thái", "数据状态", "Observation status"), CodeSet.OBS_STATUS);
    private static final Component NET_KG =
            optional("NET_KG", new Text("Khối lượng tịnh, kg", "净重（千克）", "Net weight in kg"), "Decimal");

    private static final DataStructure OF_FIGURES = new DataStructure(
            "TRADE",
            new Text("Số liệu thương mại", "贸易数据", "Trade figures"),
            List.of(
                    FREQ,
                    REPORTER,
                    PARTNER,
                    FLOW,
                    GATE,
                    REGIME,
                    dimension("HS", new Text("Mã HS", "HS 编码", "HS code"), CodeSet.HS),
                    CURRENCY,
                    TIME_PERIOD,
                    OBS_VALUE,
                    UNIT_MULT,
                    DECIMALS,
                    OBS_STATUS,
                    NET_KG,
                    coded("ATTRIBUTION", ATTRIBUTION_NAME, CodeSet.ATTRIBUTION),
                    coded("VALUATION", VALUATION_NAME, CodeSet.VALUATION),
                    optional("HS_EDITION", new Text("Phiên bản HS", "HS 版本", "HS edition"), "Integer")));

    // Figures that are counted or valued in different ways are never added, so a sum has both in its key.
    private static final DataStructure OF_SUMS = new DataStructure(
            "TRADE_SUM",
            new Text("Tổng số liệu thương mại", "贸易汇总数据", "Sums of trade figures"),
            List.of(
                    FREQ,
                    REPORTER,
                    PARTNER,
                    FLOW,
                    GATE,
                    REGIME,
                    dimension("CHAPTER", new Text("Chương HS", "HS 章", "HS chapter"), CodeSet.CHAPTER),
                    dimension("ATTRIBUTION", ATTRIBUTION_NAME, CodeSet.ATTRIBUTION),
                    dimension("VALUATION", VALUATION_NAME, CodeSet.VALUATION),
                    CURRENCY,
                    TIME_PERIOD,
                    OBS_VALUE,
                    UNIT_MULT,
                    DECIMALS,
                    OBS_STATUS,
                    NET_KG,
                    optional("FIGURES", new Text("Số lượng số liệu", "数据条数", "Number of figures"), "Integer")));

    /** All figures as they are reported. */
    public static final Dataflow TRADE = new Dataflow(
            "TRADE",
            new Text("Thương mại qua biên giới", "边境贸易", "Trade across the border, as each side reports it"),
            OF_FIGURES);

    /** Sums by chapter, over all gates. */
    public static final Dataflow TRADE_CHAPTER = new Dataflow(
            "TRADE_CHAPTER",
            new Text("Thương mại theo chương HS", "按 HS 章的贸易", "Trade by HS chapter, over all gates"),
            OF_SUMS);

    /** Sums by gate, over all goods. */
    public static final Dataflow TRADE_GATE = new Dataflow(
            "TRADE_GATE", new Text("Thương mại theo cửa khẩu", "按口岸的贸易", "Trade by gate, over all goods"), OF_SUMS);

    public static final List<Dataflow> FLOWS = List.of(TRADE, TRADE_CHAPTER, TRADE_GATE);

    static final List<DataStructure> STRUCTURES = List.of(OF_FIGURES, OF_SUMS);

    private Catalogue() {}

    /** The dataflow with this id. */
    public static Optional<Dataflow> flow(String id) {
        return FLOWS.stream().filter(flow -> flow.id().equals(id)).findFirst();
    }

    /** One for each component that some structure has. */
    static List<Code> concepts() {
        return STRUCTURES.stream()
                .flatMap(structure -> structure.components().stream())
                .map(component -> new Code(component.id(), component.name()))
                .distinct()
                .toList();
    }

    /** All that there is, code lists without their codes. */
    static Stream<Artefact.Reference> all() {
        return Stream.of(
                        FLOWS.stream().map(flow -> new Artefact.Reference(Kind.DATAFLOW, flow.id())),
                        Stream.of(CodeSet.values()).map(codes -> new Artefact.Reference(Kind.CODELIST, codes.id())),
                        Stream.of(new Artefact.Reference(Kind.CONCEPT_SCHEME, CONCEPTS)),
                        STRUCTURES.stream()
                                .map(structure -> new Artefact.Reference(Kind.DATA_STRUCTURE, structure.id())))
                .flatMap(references -> references);
    }
}
