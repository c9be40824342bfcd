package io.provincelink.agreements.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FootprintTest {

    private static final Regions REGIONS = Regions.load();

    private static Footprint on(String day, String... codes) {
        return Footprint.of(List.of(codes), new Anchor(REGIONS, LocalDate.parse(day)));
    }

    @Test
    void a_commune_lies_in_its_district_and_province() {
        Footprint footprint = on("2020-01-01", "XA.01101");

        assertThat(footprint.within()).containsExactlyInAnyOrder("XA.01101", "XA.011", "XA.01", "XA");
        assertThat(footprint.communes()).containsExactly("XA.01101");
        assertThat(footprint.districts()).containsExactly("XA.011");
        assertThat(footprint.provinces()).containsExactly("XA.01");
    }

    @Test
    void a_unit_above_a_level_stands_for_itself() {
        assertThat(on("2020-01-01", "XA.01").districts()).containsExactly("XA.01");
        assertThat(on("2020-01-01", "XA").provinces()).containsExactly("XA");
        assertThat(on("2026-01-01", "XA.01101").districts()).containsExactly("XA.01@2025-07-01");
        assertThat(on("2020-01-01", "XB.010101").provinces()).containsExactly("XB.010000");
    }

    @Test
    void two_communes_of_one_province_stand_there_once() {
        assertThat(on("2020-01-01", "XA.01101", "XA.011").provinces()).containsExactly("XA.01");
    }

    @Test
    void who_worked_in_a_closed_unit_works_in_its_successor() {
        assertThat(on("2020-01-01", "XA.02").units()).containsExactly("XA.01@2025-07-01", "XA.02");
        assertThat(on("2020-01-01", "XA.02").around()).containsExactly("XA", "XA.02");
    }
}
