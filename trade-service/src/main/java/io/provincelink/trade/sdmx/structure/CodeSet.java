package io.provincelink.trade.sdmx.structure;

import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The code lists. Those that grow with the data have no codes of their own. */
public enum CodeSet {
    FREQ(new Text("Tần suất", "频率", "Frequency"), frequencies()),
    REGION(new Text("Đơn vị hành chính", "行政区域", "Administrative units"), List.of()),
    FLOW(
            new Text("Chiều thương mại", "贸易方向", "Trade flows"),
            List.of(code("EXPORT", "Xuất khẩu", "出口", "Export"), code("IMPORT", "Nhập khẩu", "进口", "Import"))),
    GATE(new Text("Cửa khẩu", "口岸", "Border gates"), List.of()),
    REGIME(
            new Text("Loại hình thương mại", "贸易方式", "Customs regimes"),
            List.of(
                    code("NORMAL", "Thương mại thông thường", "一般贸易", "Normal trade"),
                    code("BORDER_RESIDENT", "Mua bán của cư dân biên giới", "边民互市", "Trade of border residents"),
                    code("TEMPORARY", "Tạm nhập tái xuất", "暂时进出境", "Temporary"),
                    code("TRANSIT", "Quá cảnh", "过境", "Transit"))),
    HS(
            new Text(
                    "Mã HS: phần không phân tổ chi tiết hơn",
                    "HS 编码：未再细分的部分",
                    "Harmonized System; a shorter code is the part that is not broken down"),
            List.of()),
    CHAPTER(new Text("Chương HS", "HS 章", "Chapters of the Harmonized System"), List.of()),
    CURRENCY(new Text("Tiền tệ", "货币", "Currencies"), List.of()),
    OBS_STATUS(
            new Text("Trạng thái số liệu", "数据状态", "Observation status"),
            List.of(
                    code("A", "Chính thức", "正式数", "Normal (final)"),
                    code("P", "Sơ bộ", "初步数", "Provisional"),
                    code("E", "Ước tính", "估计数", "Estimated"))),
    ATTRIBUTION(
            new Text("Căn cứ tính cho tỉnh", "归属口径", "By what goods are counted for a province"),
            List.of(
                    code("ORIGIN_DESTINATION", "Nơi xuất xứ, nơi đến", "货源地、目的地", "Origin or destination"),
                    code("ENTERPRISE", "Nơi doanh nghiệp đăng ký", "企业注册地", "Seat of the enterprise"),
                    code("GATE", "Cửa khẩu đi qua", "进出境口岸", "Gate that was crossed"))),
    VALUATION(
            new Text("Giá tính", "计价方式", "Valuation"),
            List.of(
                    code("FOB", "Giá FOB", "离岸价", "Free on board"),
                    code("CIF", "Giá CIF", "到岸价", "Cost, insurance, freight")));

    /** A sum over all codes of a dimension. */
    public static final String TOTAL = "_T";

    /** What is not told apart by a dimension. */
    public static final String NOT_ALLOCATED = "_X";

    private static final int MOST_MONTHS = 11;

    private final Text title;
    private final List<Code> codes;

    CodeSet(Text title, List<Code> codes) {
        this.title = title;
        this.codes = codes;
    }

    public String id() {
        return "CL_" + name();
    }

    public Text title() {
        return title;
    }

    /** Empty where the codes come from the data. */
    public List<Code> codes() {
        return codes;
    }

    /** What has another length than months, quarters, halves and years is called by its months, as the standard's own list does. */
    private static List<Code> frequencies() {
        return Stream.concat(
                        Stream.of(
                                code("M", "Tháng", "月度", "Monthly"),
                                code("Q", "Quý", "季度", "Quarterly"),
                                code("S", "Nửa năm", "半年度", "Half-yearly"),
                                code("A", "Năm", "年度", "Annual")),
                        IntStream.rangeClosed(2, MOST_MONTHS)
                                .mapToObj(
                                        n -> code("M" + n, n + " tháng gộp chung", n + "个月合计", n + " months together")))
                .toList();
    }

    private static Code code(String id, String vi, String zh, String en) {
        return new Code(id, new Text(vi, zh, en));
    }
}
