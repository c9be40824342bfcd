package io.provincelink.agreements.indicator;

import io.provincelink.agreements.twinning.CountedUnits;
import io.provincelink.agreements.twinning.TwinnedUnits;
import io.provincelink.agreements.twinning.Twinning;
import io.provincelink.agreements.twinning.TwinningLevel;
import io.provincelink.agreements.twinning.Twinnings;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Indicator;
import io.provincelink.kit.words.KnownIndicator;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Text;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.record.observation.IndicatorBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The indicators of this service. Twinnings are counted; rates and shares are only published, no record here adds up to them. */
@Singleton
public class AgreementIndicators implements IndicatorBook {

    private static final Text ONLY_PUBLISHED = new Text(
            "Chỉ ghi nhận số liệu đã công bố.", "仅登记已公布的数字。", "Published figures only; the system does not count it.");

    private static final List<Indicator> ALL = List.of(
            Indicator.of(
                    KnownIndicator.TWINNED_DISTRICTS,
                    new Text("Cặp huyện kết nghĩa", "友好县对数", "Twinned pairs of districts"),
                    new Text(
                            "Số quan hệ kết nghĩa cấp huyện giữa hai bên.",
                            "双方县级结好关系数。",
                            "Twinnings of level DISTRICT between the parties.")),
            Indicator.of(
                    KnownIndicator.TWINNED_COMMUNES,
                    new Text("Xã, thị trấn kết nghĩa", "结好乡镇", "Twinned border communes"),
                    new Text(
                            "Số xã, thị trấn của bên thứ nhất trong các quan hệ kết nghĩa cấp xã.",
                            "乡镇级结好关系中第一方的乡镇数。",
                            "Communes of the first party in twinnings of level COMMUNE.")),
            published(KnownIndicator.GRANTS, new Text("Khoản viện trợ", "无偿援助笔数", "Grants")),
            published(
                    KnownIndicator.GRANT_COMMITMENT, new Text("Giá trị viện trợ cam kết", "承诺援助额", "Grants committed")),
            published(
                    KnownIndicator.GRANT_DISBURSEMENT,
                    new Text("Giá trị viện trợ giải ngân", "已拨付援助额", "Grants disbursed")),
            published(KnownIndicator.AID_ORGANISATIONS, new Text("Tổ chức viện trợ", "援助组织数", "Aid organisations")),
            published(KnownIndicator.AID_PROJECTS, new Text("Dự án viện trợ", "援助项目数", "Aid projects")),
            published(KnownIndicator.AID_WORKS, new Text("Công trình viện trợ", "援建工程数", "Works built with aid")),
            published(
                    KnownIndicator.PRODUCTION_MODEL_SITES,
                    new Text("Điểm mô hình sản xuất", "生产示范点数", "Production model sites")),
            published(
                    KnownIndicator.OCOP_COOPERATIVES,
                    new Text("Hợp tác xã có sản phẩm OCOP", "有OCOP（一社一品）产品的合作社数", "Cooperatives with OCOP products")),
            published(KnownIndicator.POOR_DISTRICTS, new Text("Huyện nghèo", "贫困县数", "Poor districts")),
            published(
                    KnownIndicator.COUNTIES_OUT_OF_POVERTY,
                    new Text("Huyện thoát nghèo (Trung Quốc)", "脱贫县数", "Counties out of poverty")),
            published(
                    KnownIndicator.PEOPLE_OUT_OF_POVERTY,
                    new Text("Người thoát nghèo", "脱贫人数", "People out of poverty")),
            published(
                    KnownIndicator.POVERTY_RATE,
                    new Text("Tỷ lệ hộ nghèo đa chiều", "多维贫困户比例", "Share of poor households")),
            published(
                    KnownIndicator.POVERTY_RATE_MINORITIES,
                    new Text(
                            "Tỷ lệ hộ nghèo dân tộc thiểu số",
                            "少数民族贫困户比例",
                            "Share of poor households among ethnic minorities")),
            published(
                    KnownIndicator.POVERTY_RATE_POOR_DISTRICTS,
                    new Text("Tỷ lệ hộ nghèo ở huyện nghèo", "贫困县贫困户比例", "Share of poor households in poor districts")),
            published(
                    KnownIndicator.POOR_DISTRICTS_SHARE,
                    new Text("Huyện thoát nghèo", "脱贫县比例", "Poor districts that leave poverty")),
            published(
                    KnownIndicator.HARD_COMMUNES_SHARE,
                    new Text(
                            "Xã thoát đặc biệt khó khăn",
                            "脱离特困乡比例",
                            "Extremely disadvantaged communes that leave that status")));

    private final Twinnings twinnings;

    public AgreementIndicators(Twinnings twinnings) {
        this.twinnings = twinnings;
    }

    private static Indicator published(KnownIndicator indicator, Text title) {
        return Indicator.of(indicator, title, ONLY_PUBLISHED);
    }

    @Override
    public List<Indicator> indicators() {
        return ALL;
    }

    @Override
    public Map<String, Recorded> count(Caller caller, Cooperation cooperation) {
        List<Twinning> twins = twinnings.within(caller, cooperation);
        String firstCountry = cooperation.parties().get(0).substring(0, 2);
        long districts = twins.stream()
                .filter(twinning -> twinning.level() == TwinningLevel.DISTRICT)
                .count();
        List<Figure> communes = TwinnedUnits.of(
                twins.stream()
                        .filter(twinning -> twinning.level() == TwinningLevel.COMMUNE)
                        .toList(),
                firstCountry);
        return Map.of(
                KnownIndicator.TWINNED_DISTRICTS.code(),
                new Recorded(Figure.exact(districts, KnownIndicator.TWINNED_DISTRICTS.unit()), null),
                KnownIndicator.TWINNED_COMMUNES.code(),
                new Recorded(CountedUnits.sum(communes, KnownIndicator.TWINNED_COMMUNES.unit()), null));
    }
}
