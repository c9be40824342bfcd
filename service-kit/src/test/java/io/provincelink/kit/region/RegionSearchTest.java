package io.provincelink.kit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.provincelink.kit.words.FoldedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionSearchTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final int ALL = 100_000;

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<Region> paged = new ArrayList<>();
        String after = null;
        for (List<Region> page = page(after, 200); !page.isEmpty() && paged.size() < ALL; page = page(after, 200)) {
            paged.addAll(page);
            after = page.get(page.size() - 1).key();
        }

        assertThat(paged).containsExactlyElementsOf(REGIONS.all().toList());
    }

    @Test
    void theOlderUnitOfACodeComesFirst() {
        assertThat(page("VN.08", 1)).extracting(Region::key).containsExactly("VN.08@2025-07-01");
        assertThat(page("VN.08@2025-07-01", 1)).extracting(Region::key).containsExactly("VN.080");
        assertThat(page("VN.07", 2)).extracting(Region::key).containsExactly("VN.070", "VN.07000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "VN.08@", "VN.08@x", "VN.08@2020-01-01", "\uffff", "zz@2025-07-01"})
    void aKeyThatIsNoUnitsStillHasAPlaceInTheOrder(String key) {
        assertThat(page(key, 3)).hasSizeLessThanOrEqualTo(3).isSortedAccordingTo(RegionList.ORDER);
    }

    @Test
    void filtersNarrowTheList() {
        assertThat(keys(new RegionQuery(RegionLevel.PROVINCE, null, "VN", null, MERGER, null, ALL)))
                .hasSize(34)
                .contains("VN.08@2025-07-01", "VN.01")
                .doesNotContain("VN.02");
        assertThat(keys(new RegionQuery(RegionLevel.PROVINCE, null, "VN", null, null, null, ALL)))
                .hasSize(86);
        assertThat(keys(new RegionQuery(null, "CN.532600", null, null, null, null, ALL)))
                .hasSize(8)
                .contains("CN.532624");
        assertThat(keys(new RegionQuery(null, "VN.02", null, null, LocalDate.of(2021, 1, 1), null, ALL)))
                .hasSize(11);
        assertThat(keys(new RegionQuery(null, "VN.02", null, null, MERGER, null, ALL)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "Hà Giang, VN.02",
        "ha giang, VN.02",
        "HÀ  GIANG, VN.02",
        "河江, VN.02",
        "河, VN.02",
        "wenshan, CN.532600",
        "văn sơn, CN.532600",
        "文山, CN.532600",
        "Thanh Thuỷ, VN.00928",
        "Thanh Thủy, VN.00928",
        "Đồng Văn, VN.026",
        "dong van, VN.026",
        "VN.02, VN.02",
        "cn.5326, CN.532624",
    })
    void namesAreFoundInEveryLanguageWithoutTheirMarks(String q, String key) {
        assertThat(keys(new RegionQuery(null, null, null, q, null, null, ALL))).contains(key);
    }

    @Test
    void marksCaseAndTheStrokeOfTheVietnameseDFoldAway() {
        assertThat(FoldedText.of(" Huyện  ĐỒNG Văn ")).isEqualTo("huyen dong van");
        assertThat(FoldedText.of("Xã Thanh Thuỷ")).isEqualTo(FoldedText.of("Xã Thanh Thủy"));
    }

    @Test
    void aNameThatNobodyHasFindsNothing() {
        assertThat(keys(new RegionQuery(null, null, null, "atlantis", null, null, ALL)))
                .isEmpty();
        assertThat(keys(new RegionQuery(null, null, null, "\u0301", null, null, ALL)))
                .isEmpty();
    }

    @Test
    void inventedUnitsAreListedOnlyWhereAskedFor() {
        assertThat(keys(new RegionQuery(null, null, null, "(hư cấu)", null, null, ALL)))
                .isEmpty();
        assertThat(keys(new RegionQuery(RegionLevel.COUNTRY, null, null, null, null, null, ALL)))
                .containsExactly("CN", "MA", "RU", "VN");
        assertThat(keys(new RegionQuery(null, null, "XA", null, null, null, ALL)))
                .hasSize(10);
        assertThat(keys(new RegionQuery(null, "XA.01", null, null, null, null, ALL)))
                .containsExactly("XA.011", "XA.01101@2025-07-01", "XA.02101@2025-07-01");
    }

    @Test
    void aPageHoldsAtLeastOneUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> page(null, 0));
    }

    private static List<Region> page(@Nullable String after, int limit) {
        return REGIONS.search(new RegionQuery(null, null, null, null, null, after, limit));
    }

    private static List<String> keys(RegionQuery query) {
        return REGIONS.search(query).stream().map(Region::key).toList();
    }
}
