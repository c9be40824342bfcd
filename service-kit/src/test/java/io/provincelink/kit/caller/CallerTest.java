package io.provincelink.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = MERGER.minusDays(1);
    private static final LocalDate IN_2016 = LocalDate.of(2016, 1, 1);

    private static Caller caller(String code, LocalDate today, String... roles) {
        Region unit = REGIONS.latest(code, today).orElse(null);
        return new Caller("issuer", "client", unit, "body", Set.of(roles), REGIONS, today);
    }

    @Test
    void who_is_a_party_acts_as_itself_and_not_as_a_unit_inside_it() {
        Caller province = caller("VN.02", BEFORE, "editor");

        assertThat(province.requireActsForOneOf(List.of("VN.027", "VN.02", "CN.532600"), IN_2016))
                .isEqualTo("VN.02");
        assertThat(province.requireActsForOneOf(List.of("VN.027", "CN.532600"), IN_2016))
                .isEqualTo("VN.027");
    }

    @Test
    void without_a_token_one_reads_what_everybody_reads() {
        Caller anonymous = Caller.anonymous(REGIONS, MERGER);

        assertThat(anonymous.scope()).containsExactly("*");
        assertThat(anonymous.actsFor("VN.02", IN_2016)).isFalse();
        assertThat(anonymous.decidesFor("VN.02", IN_2016)).isFalse();
    }

    @Test
    void a_token_without_a_reading_role_adds_nothing() {
        assertThat(caller("VN.08", MERGER).scope()).containsExactly("*");
        assertThat(caller("VN.08", MERGER, "admin", "made-up").scope()).containsExactly("*");
    }

    @Test
    void an_operator_without_a_region_reads_and_writes_no_party() {
        Caller operator = new Caller("issuer", "operator", null, null, Set.of(Role.ADMIN), REGIONS, MERGER);

        assertThat(operator.scope()).containsExactly("*");
        assertThat(operator.actsFor("VN.08", MERGER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "editor", "approver", "statistician"})
    void each_role_of_a_party_reads_for_its_unit(String role) {
        assertThat(caller("CN.532600", MERGER, role).scope()).containsExactly("*", "CN.532600");
    }

    @Test
    void the_code_of_a_token_means_the_latest_unit_that_has_begun() {
        assertThat(caller("VN.08", BEFORE, "reader").scope()).containsExactly("*", "VN.08");
        assertThat(caller("VN.08", MERGER, "reader").scope()).containsExactly("*", "VN.08@2025-07-01");
        assertThat(caller("VN.02", MERGER, "reader").scope()).containsExactly("*", "VN.02");
    }

    @ParameterizedTest(name = "{0} on {1} for {2}: acts {3}, decides {4}")
    @CsvSource({
        "VN.08,     2025-06-30, VN.02,     false, false",
        "VN.08,     2025-07-01, VN.02,     true,  true",
        "VN.02,     2025-06-30, VN.02,     true,  true",
        "VN.02,     2026-01-01, VN.02,     true,  true",
        "VN.02,     2026-01-01, VN.08,     false, false",
        "VN.02,     2025-06-30, VN.033,    true,  false",
        "VN.08,     2025-07-01, VN.033,    true,  false",
        "VN.033,    2025-06-30, VN.02,     false, false",
        "VN,        2026-01-01, VN.02,     false, false",
        "VN,        2026-01-01, VN,        true,  true",
        "CN.530000, 2026-01-01, CN.532600, true,  false",
        "CN.532600, 2026-01-01, VN.02,     false, false",
    })
    void one_acts_for_ones_own_and_what_one_succeeded(
            String code, LocalDate today, String party, boolean acts, boolean decides) {
        Caller caller = caller(code, today, "editor", "approver");

        assertThat(caller.actsFor(party, IN_2016)).isEqualTo(acts);
        assertThat(caller.decidesFor(party, IN_2016)).isEqualTo(decides);
    }

    @Test
    void a_code_that_means_nothing_on_the_day_is_nobodys() {
        assertThat(caller("VN.08", MERGER).actsFor("VN.02", MERGER)).isFalse();
        assertThat(caller("VN.08", MERGER).actsFor("VN.99", MERGER)).isFalse();
    }

    @Test
    void the_first_party_that_one_may_act_for_is_the_one() {
        Caller caller = caller("CN.532600", MERGER);

        assertThat(caller.requireActsForOneOf(List.of("VN.02", "CN.532600"), IN_2016))
                .isEqualTo("CN.532600");
        assertThat(caller.requireDecidesForOneOf(List.of("VN.02", "CN.532600"), IN_2016))
                .isEqualTo("CN.532600");
    }

    @Test
    void who_may_act_for_none_gets_403_naming_them() {
        Caller caller = caller("CN.530000", MERGER);

        assertThatThrownBy(() -> caller.requireDecidesForOneOf(List.of("VN.02", "CN.532600"), IN_2016))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    // it acts for one of them, but from above
                    assertThat(thrown.type()).isEqualTo(CommonProblem.NEEDS_APPROVER);
                    assertThat(thrown.problem(java.util.Locale.ENGLISH, "/").detail())
                            .contains("VN.02, CN.532600");
                });
        assertThatThrownBy(() -> caller.requireActsForOneOf(List.of("VN.02"), IN_2016))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> caller.requireActsFor("VN.02", IN_2016)).isInstanceOf(ProblemException.class);
        caller.requireActsFor("CN.532600", IN_2016);
    }
}
