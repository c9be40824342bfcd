package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Vietnamese law is held against the record: Law 70/2020/QH14 since 1 July 2021, Ordinance 33/2007/PL-UBTVQH11 before. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementWarningTest {

    private static final String ALL = "/api/v1/agreements";
    private static final String LAW = "70/2020/QH14 art. ";
    private static final String ORDINANCE = "33/2007/PL-UBTVQH11 art. ";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("VN.15", "reader", "editor");
    private final Api approver = anonymous.as("VN.15", "reader", "approver");

    /** Of a party in Viet Nam, signed on that day. */
    private static String signed(String day, String level) {
        return AgreementMother.unsigned(AgreementMother.code())
                .replace("XA.01", "VN.15")
                .replace("2018-01-01", day)
                .replace("PROVINCIAL", level)
                .replace("\"legalBasis\": [{\"vi\": \"Luật 70/2020/QH14\"}],", "")
                .replaceFirst("\\{", "{\"signedOn\": \"" + day + "\", ");
    }

    private List<String> warnings(String draft, String asOf) {
        String address = editor.post(ALL, draft).expect(201).header("Location");
        return warningsAt(address + "?asOf=" + asOf);
    }

    private List<String> warningsAt(String address) {
        List<String> found = new ArrayList<>();
        editor.get(address).expect(200).json().at("/warnings").forEach(warning -> {
            assertThat(warning.at("/message/vi").asText()).isNotBlank();
            assertThat(warning.at("/message/zh").asText()).isNotBlank();
            assertThat(warning.at("/message/en").asText()).isNotBlank();
            found.add(
                    warning.at("/code").asText() + " " + warning.at("/article").asText());
        });
        return found;
    }

    @Test
    void a_provincial_agreement_wants_opinion_decision_and_copy() {
        assertThat(warnings(signed("2026-01-15", "PROVINCIAL"), "2026-01-31"))
                .containsExactly(
                        "OPINION_NOT_RECORDED " + LAW + "19(1)",
                        "AUTHORISATION_NOT_RECORDED " + LAW + "19(3)",
                        "COPY_NOT_IN_TIME " + LAW + "19(5)");
        assertThat(warnings(signed("2026-01-15", "PROVINCIAL"), "2026-01-30"))
                .doesNotContain("COPY_NOT_IN_TIME " + LAW + "19(5)");
        assertThat(warnings(signed("2021-06-30", "PROVINCIAL"), "2026-01-31"))
                .containsExactly(
                        "OPINION_NOT_RECORDED " + ORDINANCE + "16(1)",
                        "AUTHORISATION_NOT_RECORDED " + ORDINANCE + "16(3)");
        assertThat(warnings(signed("2007-06-30", "PROVINCIAL"), "2026-01-31")).isEmpty();
    }

    @Test
    void what_was_recorded_in_time_is_not_warned_of() {
        String address =
                editor.post(ALL, signed("2026-01-15", "PROVINCIAL")).expect(201).header("Location");
        String actions = address + "/actions";

        editor.post(actions, "{\"type\": \"REQUEST_OPINION\", \"on\": \"2026-01-02\"}")
                .expect(200);
        editor.post(actions, "{\"type\": \"OPINION_RECEIVED\", \"on\": \"2026-01-09\"}")
                .expect(200);
        approver.post(actions, "{\"type\": \"AUTHORISE\", \"on\": \"2026-01-10\"}")
                .expect(200);
        editor.post(actions, "{\"type\": \"COPY_FILED\", \"on\": \"2026-01-30\"}")
                .expect(200);

        assertThat(warningsAt(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COMMUNE,     2026-01-15, ONLY_IN_BORDER_AREAS 70/2020/QH14 art. 2(2)",
        "BORDER_POST, 2026-01-15, LEVEL_NOT_NAMED 70/2020/QH14 art. 2(2)",
        "DEPARTMENT,  2026-01-15, ''",
        "NATIONAL,    2026-01-15, ''",
        "DEPARTMENT,  2018-01-15, LEVEL_NOT_NAMED 33/2007/PL-UBTVQH11 art. 1",
        "COMMUNE,     2018-01-15, LEVEL_NOT_NAMED 33/2007/PL-UBTVQH11 art. 1",
    })
    void the_level_is_looked_up_in_the_law_of_the_day(String level, String day, String expected) {
        assertThat(warnings(signed(day, level), "2026-02-28"))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "Hiệp định hợp tác,       2026-01-15, true",
        "CÔNG ƯỚC,                2026-01-15, true",
        "Bản ghi nhớ về hiệp định, 2026-01-15, false",
        "Hiệp định hợp tác,       2018-01-15, false",
    })
    void names_of_treaties_are_for_treaties(String title, String day, boolean warned) {
        String draft = signed(day, "PROVINCIAL").replace("Bản ghi nhớ", title);

        assertThat(warnings(draft, "2026-02-28").contains("NAME_OF_A_TREATY " + LAW + "6"))
                .isEqualTo(warned);
    }

    @Test
    void a_law_that_came_later_is_no_basis() {
        String basis = "[{\"vi\": \"Luật Thỏa thuận quốc tế số 70/2020/QH14\"}]";

        assertThat(warnings(
                        AgreementMother.with(signed("2021-06-30", "DEPARTMENT"), "legalBasis", basis), "2026-01-01"))
                .contains("BASIS_NOT_YET_IN_FORCE 70/2020/QH14");
        assertThat(warnings(
                        AgreementMother.with(signed("2021-07-01", "DEPARTMENT"), "legalBasis", basis), "2026-01-01"))
                .isEmpty();
    }

    @Test
    void other_countries_have_other_laws() {
        String address = anonymous
                .as("XA.01", "reader", "editor")
                .post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .header("Location");

        assertThat(anonymous.as("XA.01", "reader").get(address).json().at("/warnings"))
                .isEmpty();
    }
}
