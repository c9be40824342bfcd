package io.provincelink.trade.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import io.provincelink.record.observation.Cooperation;
import java.util.List;
import org.junit.jupiter.api.Test;

class SidesTest {

    private static final Regions REGIONS = Regions.load();

    @Test
    void the_first_party_reports_and_the_second_is_its_partner() {
        Sides sides = of("VN.02", "CN.532600");

        assertThat(sides.reporters()).containsExactly("VN.02");
        assertThat(sides.partners()).containsExactly("CN.532600");
    }

    @Test
    void a_province_stands_for_its_prefectures() {
        assertThat(of("VN.02", "CN.530000").partners()).contains("CN.530000", "CN.532600");
    }

    @Test
    void a_country_stands_for_its_provinces_of_all_times() {
        assertThat(of("VN", "CN").reporters()).contains("VN", "VN.02", "VN.08");
    }

    @Test
    void a_whole_country_does_not_stand_for_a_prefecture() {
        assertThat(of("VN.02", "CN.532600").partners()).doesNotContain("CN", "CN.530000");
    }

    @Test
    void a_merged_province_is_not_counted_for_its_successor() {
        assertThat(of("VN.08", "CN.532600").reporters()).containsExactly("VN.08");
    }

    @Test
    void one_party_alone_is_no_cooperation() {
        assertThat(of("VN.02").areTwo()).isFalse();
    }

    private static Sides of(String... parties) {
        return Sides.of(new Cooperation(List.of(parties), Period.years(2016, 2020)), REGIONS);
    }
}
