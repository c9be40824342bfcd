package io.provincelink.kit.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionsTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate LAST_DAY_BEFORE_MERGER = LocalDate.of(2025, 6, 30);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void everyPublishedUnitIsListedOnce() {
        assertThat(REGIONS.all()).hasSize(17_763);
        assertThat(REGIONS.all().map(Region::key)).doesNotHaveDuplicates();
        assertThat(REGIONS.all("VN").filter(unit -> unit.validOn(LAST_DAY_BEFORE_MERGER)))
                .filteredOn(unit -> unit.level() == RegionLevel.PROVINCE)
                .hasSize(63);
        assertThat(REGIONS.all("VN").filter(unit -> unit.validOn(MERGER)))
                .filteredOn(unit -> unit.level() == RegionLevel.PROVINCE)
                .hasSize(34);
        assertThat(REGIONS.all("VN").filter(unit -> unit.level() == RegionLevel.DISTRICT))
                .hasSize(705)
                .allMatch(Region::closed)
                .allMatch(unit -> unit.successors().isEmpty());
    }

    @Test
    void inventedUnitsAreFoundByCodeButListedOnlyForTheirCountry() {
        assertThat(REGIONS.on("XA.01", TODAY)).isPresent();
        assertThat(REGIONS.all().map(Region::country).distinct()).containsExactly("CN", "MA", "RU", "VN");
        assertThat(REGIONS.all("XA")).hasSize(10);
        assertThat(REGIONS.all("XB")).hasSize(4);
    }

    @Test
    void theSameCodeIsAnotherUnitBeforeAndAfterTheMerger() {
        Region before = on("VN.08", LAST_DAY_BEFORE_MERGER);
        Region after = on("VN.08", MERGER);

        assertThat(before.key()).isEqualTo("VN.08");
        assertThat(before.validTo()).isEqualTo(LAST_DAY_BEFORE_MERGER);
        assertThat(after.key()).isEqualTo("VN.08@2025-07-01");
        assertThat(after.closed()).isFalse();
        assertThat(REGIONS.history("VN.08")).containsExactly(before, after);
    }

    @Test
    void theSameCodeCanChangeItsName() {
        assertThat(on("VN.15", LAST_DAY_BEFORE_MERGER).name()).isEqualTo(new Text("Tỉnh Yên Bái", null, "Yen Bai"));
        assertThat(on("VN.15", MERGER).name()).isEqualTo(new Text("Tỉnh Lào Cai", null, "Lao Cai"));
    }

    @Test
    void aTokenMeansTheLatestUnitOfItsCodeEvenAClosedOne() {
        assertThat(REGIONS.latest("VN.02", TODAY).map(Region::key)).contains("VN.02");
        assertThat(REGIONS.latest("VN.08", LAST_DAY_BEFORE_MERGER).map(Region::key))
                .contains("VN.08");
        assertThat(REGIONS.latest("VN.08", MERGER).map(Region::key)).contains("VN.08@2025-07-01");
        assertThat(REGIONS.latest("VN.99", TODAY)).isEmpty();
        assertThat(REGIONS.on("VN.02", MERGER)).isEmpty();
    }

    @Test
    void aMergedProvinceLeadsToItsSuccessorAndBack() {
        Region haGiang = on("VN.02", LAST_DAY_BEFORE_MERGER);
        Region tuyenQuang = on("VN.08", LAST_DAY_BEFORE_MERGER);
        Region merged = on("VN.08", MERGER);

        assertThat(REGIONS.successors(haGiang)).containsExactly(merged);
        assertThat(REGIONS.successors(tuyenQuang)).containsExactly(merged);
        assertThat(REGIONS.successors(merged)).isEmpty();
        assertThat(REGIONS.predecessors(merged)).containsExactlyInAnyOrder(haGiang, tuyenQuang);
        assertThat(REGIONS.predecessors(haGiang)).isEmpty();
    }

    @Test
    void theUnitsAboveAreThoseOfTheUnitsOwnTime() {
        assertThat(chain(on("VN.00928", LAST_DAY_BEFORE_MERGER))).containsExactly("VN.030", "VN.02", "VN");
        assertThat(chain(on("VN.00928", MERGER))).containsExactly("VN.08@2025-07-01", "VN");
        assertThat(chain(on("CN.532624", TODAY))).containsExactly("CN.532600", "CN.530000", "CN");
        assertThat(chain(on("VN", TODAY))).isEmpty();
    }

    @Test
    void whatAUnitDoesCountsForAllUnitsItLiesIn() {
        assertThat(REGIONS.within(on("VN.033", LocalDate.of(2021, 1, 1)))).containsExactly("VN.033", "VN.02", "VN");
        assertThat(REGIONS.within(on("VN.00928", MERGER))).containsExactly("VN.00928", "VN.08", "VN");
        assertThat(REGIONS.within(on("VN", TODAY))).containsExactly("VN");
    }

    @Test
    void todayASuccessorStandsForAClosedUnit() {
        assertThat(current("VN.02", TODAY)).containsExactly("VN.08@2025-07-01");
        assertThat(current("VN.02", LAST_DAY_BEFORE_MERGER)).containsExactly("VN.02");
        assertThat(current("VN.01", TODAY)).containsExactly("VN.01");
        assertThat(current("VN.00928", TODAY)).containsExactly("VN.00928@2025-07-01");
    }

    @Test
    void anAbolishedDistrictStandsUnderTheSuccessorOfItsProvince() {
        assertThat(current("VN.033", TODAY)).containsExactly("VN.08@2025-07-01");
        // Hà Nội was not merged: its districts stand under the province itself.
        assertThat(current("VN.001", TODAY)).containsExactly("VN.01");
    }

    @Test
    void nothingStandsForACommuneWhoseSuccessorNobodyRecorded() {
        assertThat(current("VN.00010", TODAY)).isEmpty();
    }

    @Test
    void nothingStandsForAUnitThatIsYetToBegin() {
        assertThat(REGIONS.current(on("VN.08", MERGER), LAST_DAY_BEFORE_MERGER)).isEmpty();
    }

    @Test
    void countriesAreKnownByTheirCode() {
        assertThat(List.of("VN", "CN", "RU", "MA", "XA")).allMatch(REGIONS::isKnownCountry);
        assertThat(List.of("VN.02", "ZZ", "", "vn")).noneMatch(REGIONS::isKnownCountry);
    }

    private static Region on(String code, LocalDate day) {
        return REGIONS.on(code, day).orElseThrow();
    }

    private static List<String> chain(Region unit) {
        return REGIONS.parentChain(unit).stream().map(Region::key).toList();
    }

    private static List<String> current(String oldestOf, LocalDate today) {
        Region unit = REGIONS.history(oldestOf).get(0);
        return REGIONS.current(unit, today).stream().map(Region::key).toList();
    }
}
