package io.provincelink.trade.load.file;

import static io.provincelink.trade.load.file.ReadFile.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of the bytes of a file. */
class CsvRowsTest {

    private static final String ROW = "1970-05,XA.01,XB.010100,EXPORT,gate-one,NORMAL,080810,USD,1250.5,12.345,FINAL";

    @Test
    void a_row_becomes_numbers() {
        ReadFile file = ReadFile.of(ROW);

        assertThat(file.faults()).isEmpty();
        // USD has cents, a kilogram a thousand grams; FOB is usual for exports
        assertThat(file.rows).containsExactly("2: 197005+1 1>2 0 1 0 808106 USD 125050 12345 1 0 0 0");
    }

    @Test
    void rows_read_quickly_are_as_rows_read_by_the_rules() {
        ReadFile file = ReadFile.of(
                ROW,
                ROW,
                "1970-01/1970-02,XA.01,XB.010100,IMPORT,,TRANSIT,08,VND,7,,ESTIMATED",
                "1970-01/1970-02,XA.01,XB.010100,IMPORT,,TRANSIT,0808,VND,700,0,ESTIMATED");

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows)
                .containsExactly(
                        "2: 197005+1 1>2 0 1 0 808106 USD 125050 12345 1 0 0 0",
                        "3: 197005+1 1>2 0 1 0 808106 USD 125050 12345 1 0 0 0",
                        "4: 197001+2 1>2 1 0 3 800002 VND 7 -1 2 0 1 0",
                        "5: 197001+2 1>2 1 0 3 808004 VND 700 0 2 0 1 0");
    }

    @Test
    void columns_come_in_any_order_and_three_may_be_left_out() {
        ReadFile file = ReadFile.text(
                "status,hsEdition,netKg,value,currency,hs,regime,gate,flow,partner,reporter,valuation,attribution,period\n"
                        + "FINAL,2017,,1,USD,27,NORMAL,,IMPORT,XB,XA.01,FOB,GATE,1970-05\n"
                        + "FINAL,,,1,USD,27,NORMAL,,IMPORT,XB,XA.01,,,1970-05\n",
                Dialect.USUAL);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows)
                .containsExactly(
                        "2: 197005+1 1>2 1 0 0 2700002 USD 100 -1 1 2 0 2017",
                        "3: 197005+1 1>2 1 0 0 2700002 USD 100 -1 1 0 1 0");
    }

    @Test
    void an_empty_value_withdraws() {
        ReadFile file = ReadFile.of(ROW, ROW.replace("1250.5,12.345,FINAL", ",,"), ROW.replace("1250.5", ""));

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows.get(1)).contains(" USD " + ParsedRow.WITHDRAWN + " -1 ");
        assertThat(file.rows.get(2)).contains(" USD " + ParsedRow.WITHDRAWN + " ");
    }

    @Test
    void all_that_is_wrong_with_a_row_is_named() {
        ReadFile file = ReadFile.of(ROW, "1970-13,,XB.010100,OUT,gate-on,,8,usd,1e3,-1,SURE");

        assertThat(file.rows).hasSize(1);
        assertThat(file.faults())
                .containsExactlyInAnyOrder(
                        "3 period wrong-format",
                        "3 reporter required",
                        "3 flow unknown-value",
                        "3 gate unknown-gate",
                        "3 regime required",
                        "3 hs hs",
                        "3 currency not-a-currency",
                        "3 value wrong-format",
                        "3 netKg negative",
                        "3 status unknown-value");
    }

    @Test
    void errors_say_what_stood_there_and_what_would_be_right() {
        ReadFile file = ReadFile.of(ROW.replace("gate-one", "gate-on"));

        RowError error = file.errors.first().get(0);
        assertThat(error.value()).isEqualTo("gate-on");
        String words =
                Fault.at("", error.code(), error.arguments()).in(Locale.ENGLISH).message();
        assertThat(words).contains("gate-one");
    }

    @ParameterizedTest
    @CsvSource({
        "1970-05,   XA.011,  XB,        reporter wrong-level",
        "1970-05,   XA,      XB,        reporter wrong-level",
        "2025-07,   XA.02,   XB,        reporter closed-region",
        "1970-05,   XA.77,   XB,        reporter unknown-region",
        "1970-05,   xa.01,   XB,        reporter unknown-region",
        "1970-05,   XA.01,   XA.01,     partner same-party-twice",
        "1970-05,   XA.01,   XA.02,     partner same-country",
        "1970-05,   XA.01,   XB.010101, partner wrong-level",
        "1970-05,   XA.01,   XB.77,     partner unknown-region",
    })
    void traders_are_what_they_are_for_a_single_figure(String period, String reporter, String partner, String fault) {
        ReadFile file = ReadFile.of(
                ROW.replace("1970-05,XA.01,XB.010100", period + "," + reporter.strip() + "," + partner.strip()));

        assertThat(file.faults()).containsExactly("2 " + fault.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "1970-5,            wrong-format",
        "197005,            wrong-format",
        "1870-05,           wrong-format",
        "1970-05/1970-13,   wrong-format",
        "1970-05/,          wrong-format",
        "' 1970-05',        wrong-format",
        "1970-12/1971-01,   one-year",
        "1970-05/1970-04,   period-order",
        "１９７０-05,        wrong-format",
    })
    void a_period_is_a_month_or_a_range_of_one_year(String period, String code) {
        assertThat(ReadFile.of(ROW, ROW.replace("1970-05", period)).faults()).containsExactly("3 period " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 0.001,                 too-many-decimals",
        "USD, 1.00000,               digits",
        "VND, 0.5,                   too-many-decimals",
        "VND, 9223372036854775808,   too-many",
        "USD, 92233720368547758.08,  too-many",
        "USD, 100000000000000000000, digits",
        "USD, '1 000',               wrong-format",
        "USD, .5,                    wrong-format",
        "USD, 5.,                    wrong-format",
        "USD, -5,                    negative",
        "USD, +5,                    wrong-format",
        "USD, 0x10,                  wrong-format",
    })
    void an_amount_is_what_its_currency_can_count(String currency, String value, String code) {
        String row = ROW.replace("USD,1250.5", currency + "," + value);

        assertThat(ReadFile.of(ROW, row).faults()).containsExactly("3 value " + code);
        assertThat(ReadFile.of(row).faults()).containsExactly("2 value " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 1.5,                   150",
        "USD, 1.5000,                150",
        "USD, 0001,                  100",
        "USD, 92233720368547758.07,  9223372036854775807",
        "VND, 9223372036854775807,   9223372036854775807",
        "VND, 12.0000,               12",
        "KWD, 0.001,                 1",
        "USD, 0,                     0",
    })
    void an_amount_is_kept_in_the_last_decimal_of_its_currency(String currency, String value, long kept) {
        String row = ROW.replace("USD,1250.5", currency + "," + value);

        ReadFile file = ReadFile.of(row, row);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).hasSize(2).allMatch(shown -> shown.contains(" " + currency + " " + kept + " 12345 "));
    }

    /** XA.02 was closed at the end of June 2025. */
    @Test
    void what_a_code_means_is_asked_for_every_month() {
        String ofClosed = ROW.replace("XA.01", "XA.02");
        String onClosed = ROW.replace("XA.01,XB.010100", "XB.010100,XA.02");
        ReadFile reporter = new ReadFile("XA.01");
        ReadFile partner = new ReadFile("XB.010100");

        reporter.read(stream(inMonths(ofClosed, "2025-05", "2025-06", "2025-07", "2025-06")), Dialect.USUAL);
        partner.read(stream(inMonths(onClosed, "2025-05", "2025-06", "2025-07", "2025-06")), Dialect.USUAL);

        assertThat(reporter.faults()).containsExactly("4 reporter closed-region");
        assertThat(partner.faults()).containsExactly("4 partner closed-region");
        assertThat(reporter.rows).hasSize(3);
        assertThat(partner.rows).hasSize(3);
    }

    private static String inMonths(String row, String... months) {
        StringBuilder file = new StringBuilder(HEADER);
        for (String month : months) {
            file.append('\n').append(row.replace("1970-05", month));
        }
        return file.toString();
    }

    @Test
    void the_first_right_row_says_whose_file_it_is() {
        ReadFile file = new ReadFile();
        String other = ROW.replace("XA.01,", "XA.02,");

        file.read(stream(HEADER + "\n" + ROW.replace("080810", "8") + "\n" + ROW + "\n" + other), Dialect.USUAL);

        assertThat(file.rules.reporter().code()).isEqualTo("XA.01");
        assertThat(file.faults()).containsExactly("2 hs hs", "4 reporter one-reporter");
    }

    @Test
    void who_does_not_act_for_the_reporter_is_refused() {
        ReadFile other = new ReadFile("XB.010100");

        var refused = catchThrowableOfType(
                ProblemException.class, () -> other.read(stream(HEADER + "\n" + ROW), Dialect.USUAL));

        assertThat(refused.type()).isEqualTo(CommonProblem.NOT_YOUR_PARTY);
        assertThat(other.rows).isEmpty();
    }

    @Test
    void a_successor_sends_what_was_of_the_unit_before_it() {
        ReadFile file = new ReadFile("XA.01");

        file.read(stream(HEADER + "\n" + ROW.replace("XA.01", "XA.02")), Dialect.USUAL);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rules.reporter().code()).isEqualTo("XA.02");
    }

    @Test
    void only_some_errors_are_kept_and_all_are_counted() {
        String wrong = ROW.replace("XB.010100", "XB.77").replace("FINAL", "SURE") + "\n";

        ReadFile file = ReadFile.text(HEADER + "\n" + wrong.repeat(RowErrors.KEPT), Dialect.USUAL);

        assertThat(file.errors.first()).hasSize(RowErrors.KEPT);
        assertThat(file.errors.count()).isEqualTo(2L * RowErrors.KEPT);
    }

    @Test
    void progress_tells_rows() {
        byte[] bytes = (HEADER + "\n" + (ROW + "\n").repeat(3)).getBytes(StandardCharsets.UTF_8);

        CsvRows reader = new ReadFile().read(new ByteArrayInputStream(bytes), Dialect.USUAL);

        assertThat(reader.rows()).isEqualTo(3);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
