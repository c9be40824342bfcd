package io.provincelink.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.Channel;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AnchorTest {

    private static final Regions REGIONS = Regions.load();

    private static Anchor on(String day) {
        return new Anchor(REGIONS, LocalDate.parse(day));
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    @Test
    void ha_giangs_programme_of_2021_to_2025_outlives_it_and_is_right() {
        assertThat(on("2021-01-01").check("/parties/*", List.of("VN.02", "CN.532600")))
                .isEmpty();
        assertThat(on("2021-01-01").unit("VN.02").name().vi()).isEqualTo("Tỉnh Hà Giang");
    }

    @Test
    void the_last_day_of_a_unit_still_counts() {
        assertThat(on("2025-06-30").check("/region", "VN.02")).isEmpty();
        assertThat(codes(on("2025-07-01").check("/region", "VN.02"))).containsExactly("/region closed-region");
    }

    @Test
    void a_closed_unit_names_its_successor() {
        Fault fault = on("2026-01-01").check("/region", "VN.02").get(0);

        assertThat(fault.in(Locale.ENGLISH).message())
                .contains("2025-06-30")
                .contains("2026-01-01")
                .contains("VN.08");
    }

    @Test
    void a_closed_district_without_a_successor_names_where_its_area_lies_now() {
        Fault fault = on("2026-01-01").check("/region", "VN.033").get(0);

        assertThat(fault.code()).isEqualTo("closed-region");
        assertThat(fault.in(Locale.ENGLISH).message()).contains("VN.08");
    }

    @Test
    void an_unknown_code_names_the_nearest() {
        Fault fault = on("2021-01-01").check("/region", "CN.532660").get(0);

        assertThat(fault.code()).isEqualTo("unknown-region");
        assertThat(fault.in(Locale.ENGLISH).message()).contains("CN.5326");
    }

    @Test
    void a_unit_that_has_not_begun_is_told_from_an_unknown_one() {
        String later = REGIONS.all("VN")
                .filter(unit -> LocalDate.of(2025, 7, 1).equals(unit.validFrom()))
                .filter(unit -> REGIONS.history(unit.code()).size() == 1)
                .findFirst()
                .orElseThrow()
                .code();

        assertThat(codes(on("2021-01-01").check("/region", later))).containsExactly("/region region-not-yet");
    }

    @Test
    void each_code_stands_once_and_faults_name_the_place() {
        assertThat(codes(on("2021-01-01").check("/parties/*/region", List.of("VN.02", "CN.5", "VN.02"))))
                .containsExactly("/parties/1/region unknown-region", "/parties/2/region same-party-twice");
    }

    @Test
    void the_region_of_a_body_is_checked_too() {
        var stray = new Party("CN.532600", new Body("CN.9", Text.en("Office"), Channel.STATE));
        var national = new Party("VN.02", new Body("VN", Text.en("Ministry"), Channel.STATE));

        assertThat(codes(on("2021-01-01").checkParties(List.of(national, stray))))
                .containsExactly("/parties/1/body/region unknown-region");
    }

    @Test
    void faults_end_the_request_all_together() {
        Anchor.requireNone(List.of());
        var faults = on("2021-01-01").check("/parties/*", List.of("CN.1", "CN.2"));

        assertThatThrownBy(() -> Anchor.requireNone(faults)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.type()).isEqualTo(CommonProblem.VALIDATION);
            assertThat(thrown.faults()).hasSize(2);
        });
    }
}
