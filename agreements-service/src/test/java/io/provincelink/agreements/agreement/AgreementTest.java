package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.life.AgreementStatus;
import io.provincelink.agreements.agreement.life.Course;
import io.provincelink.agreements.agreement.life.Life;
import io.provincelink.agreements.agreement.life.Setting;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {

    @ParameterizedTest(name = "on {0}, signed {1}, in force {2}: {3}")
    @CsvSource({
        "2018-01-01, ,           ,          DRAFT",
        "2018-02-28, 2018-03-01, ,          DRAFT",
        "2018-03-01, 2018-03-01, ,          SIGNED",
        "2030-01-01, 2018-03-01, ,          SIGNED",
        "2018-12-31, 2018-03-01, 2019/2020, SIGNED",
        "2019-01-01, 2018-03-01, 2019/2020, IN_FORCE",
        "2020-12-31, 2018-03-01, 2019/2020, IN_FORCE",
        "2021-01-01, 2018-03-01, 2019/2020, EXPIRED",
        "2019-06-01, ,           2019/2020, IN_FORCE",
        "2018-06-01, ,           2019/2020, DRAFT",
    })
    void an_agreement_stands_where_its_dates_say(
            LocalDate day, LocalDate signedOn, String inForce, AgreementStatus expected) {
        Period period = Period.parse(inForce).orElse(null);

        Life life = new Life(signedOn, period, List.of());
        Setting setting = new Setting(List.of("XA.01", "XB.010100"), Map.of(), true);

        assertThat(Course.of(life, setting).on(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(AgreementKind.class)
    void only_states_conclude_treaties_and_protocols(AgreementKind kind) {
        assertThat(kind.isOnlyNational())
                .isEqualTo(kind.name().equals("TREATY") || kind.name().equals("PROTOCOL"));
    }
}
