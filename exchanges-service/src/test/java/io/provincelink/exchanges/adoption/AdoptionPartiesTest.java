package io.provincelink.exchanges.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.practice.PracticeMother;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdoptionPartiesTest {

    private static final Regions REGIONS = Regions.load();

    private static Anchor on(String day) {
        return new Anchor(REGIONS, LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({
        "XA.02, 2016-05-01, 2017-01-01, XA.02",
        "XA.02, 2016-05-01, 2025-06-30, XA.02",
        "XA.02, 2016-05-01, 2025-07-01, XA.01",
        "XA.021, 2016-05-01, 2025-07-01, XA.01",
        "VN.10, 2023-04-14, 2026-01-01, VN.15",
        // before the merger the code meant another unit
        "VN.15, 2025-08-01, 2024-01-01, VN.15",
    })
    void who_stands_for_the_offering_unit_is_a_party(String region, String offered, String day, String party) {
        var practice = PracticeMother.offered(region, on(offered));

        assertThat(AdoptionParties.offering(practice, on(day))).containsExactly(party);
    }

    @Test
    void the_adopter_comes_first_and_nobody_stands_twice() {
        assertThat(AdoptionParties.of("XB.010100", List.of("XA.01", "XB.010100")))
                .containsExactly("XB.010100", "XA.01");
    }

    @Test
    void of_the_parties_only_those_stay_that_there_are_on_that_day() {
        assertThat(AdoptionParties.still(List.of("XB.010100", "XA.02"), on("2025-07-01")))
                .containsExactly("XB.010100");
    }
}
