package io.provincelink.kit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

class RegionCheckTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    @Test
    void aProgrammeThatOutlivesItsProvinceIsRightFromItsFirstDay() {
        Region haGiang = REGIONS.history("VN.02").get(0);

        assertThat(REGIONS.check("VN.02", LocalDate.of(2021, 1, 1))).isEqualTo(new RegionCheck.Valid(haGiang));
        assertThat(REGIONS.check("VN.02", MERGER.minusDays(1))).isEqualTo(new RegionCheck.Valid(haGiang));
    }

    @Test
    void aClosedProvinceNamesItsSuccessor() {
        assertClosed("VN.02", MERGER).satisfies(closed -> {
            assertThat(closed.unit().key()).isEqualTo("VN.02");
            assertThat(closed.successors()).extracting(Region::key).containsExactly("VN.08@2025-07-01");
            assertThat(closed.areaNowIn()).isEmpty();
        });
    }

    @Test
    void aCodeThatGoesOnMeansTheUnitOfTheDay() {
        assertThat(REGIONS.check("VN.08", MERGER.minusDays(1)))
                .isEqualTo(new RegionCheck.Valid(REGIONS.history("VN.08").get(0)));
        assertThat(REGIONS.check("VN.08", MERGER))
                .isEqualTo(new RegionCheck.Valid(REGIONS.history("VN.08").get(1)));
    }

    @Test
    void anAbolishedDistrictHasNoSuccessorButItsAreaLiesInTheProvinceOfToday() {
        assertClosed("VN.033", MERGER).satisfies(closed -> {
            assertThat(closed.successors()).isEmpty();
            assertThat(closed.areaNowIn()).extracting(Region::key).containsExactly("VN.08@2025-07-01");
        });
    }

    @Test
    void aCommuneClosedWithoutARecordedSuccessorClaimsNothing() {
        assertClosed("VN.00010", MERGER).satisfies(closed -> {
            assertThat(closed.successors()).isEmpty();
            assertThat(closed.areaNowIn()).isEmpty();
        });
    }

    @Test
    void aCodeFirstGivenLaterIsNotYetAUnit() {
        Region onlyNew = REGIONS.all("VN")
                .filter(unit ->
                        unit.validFrom() != null && REGIONS.history(unit.code()).size() == 1)
                .findFirst()
                .orElseThrow();

        assertThat(REGIONS.check(onlyNew.code(), MERGER.minusDays(1))).isEqualTo(new RegionCheck.NotYet(onlyNew));
        assertThat(REGIONS.check(onlyNew.code(), MERGER)).isEqualTo(new RegionCheck.Valid(onlyNew));
    }

    @Test
    void anUnknownCodeNamesTheNearestOnes() {
        assertThat(REGIONS.check("VN.2", MERGER))
                .asInstanceOf(type(RegionCheck.Unknown.class))
                .extracting(RegionCheck.Unknown::nearest)
                .asInstanceOf(LIST)
                .first()
                .isEqualTo("VN.02");
    }

    private static ObjectAssert<RegionCheck.Closed> assertClosed(String code, LocalDate anchor) {
        return assertThat(REGIONS.check(code, anchor)).asInstanceOf(type(RegionCheck.Closed.class));
    }
}
