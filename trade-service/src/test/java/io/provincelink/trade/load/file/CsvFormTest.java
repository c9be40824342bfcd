package io.provincelink.trade.load.file;

import static io.provincelink.trade.load.file.ReadFile.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file may be written, and what is refused by name. */
class CsvFormTest {

    private static final String ROW = "1971-05,XA.01,XB.010100,EXPORT,gate-one,NORMAL,080810,USD,1250.5,12.345,FINAL";
    private static final String SHOWN = "197105+1 1>2 0 1 0 808106 USD 125050 12345 1 0 0 0";
    private static final Dialect GB = new Dialect(Encoding.GB18030, ',', '.');

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void lines_end_in_lf_or_crlf_and_the_last_one_need_not(String end) {
        ReadFile file = ReadFile.text(HEADER + end + ROW + end + end + end + ROW, Dialect.USUAL);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).containsExactly("2: " + SHOWN, "5: " + SHOWN);
    }

    @Test
    void a_carriage_return_alone_ends_no_line() {
        assertThat(refusal(HEADER + "\r" + ROW + "\r", Dialect.USUAL)).containsExactly("/header line-break");
        assertThat(ReadFile.of(ROW + "\r" + ROW).faults()).containsExactly("2 null field-count");
        assertThat(ReadFile.of(ROW.replace("FINAL", "FI\rNAL")).faults()).containsExactly("2 status line-break");
    }

    @ParameterizedTest
    @CsvSource({"';', ','", "';', .", "'|', ','", "'|', .", "'\t', ','", "'\t', .", "',', ."})
    void separator_and_decimal_mark_are_as_said(char separator, char mark) {
        Dialect dialect = new Dialect(Encoding.UTF_8, separator, mark);
        String row = ROW.replace('.', '!').replace(',', separator).replace('!', mark);
        // codes of regions have a full stop in any dialect
        row = row.replace("XA" + mark, "XA.").replace("XB" + mark, "XB.");

        ReadFile file = ReadFile.text(HEADER.replace(',', separator) + "\n" + row + "\n" + row, dialect);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).containsExactly("2: " + SHOWN, "3: " + SHOWN);
    }

    @Test
    void pairs_that_cannot_be_told_apart_are_refused() {
        var refused = catchThrowableOfType(ProblemException.class, () -> new Dialect(Encoding.UTF_8, ',', ','));

        assertThat(faults(refused)).containsExactly("?decimalMark same-as-separator");
        assertThat(Dialect.faults(' ', '.').get(0).pointer()).isEqualTo("?separator");
        assertThat(Dialect.faults(';', '\'').get(0).pointer()).isEqualTo("?decimalMark");
    }

    @Test
    void another_separator_than_the_one_named_is_not_guessed() {
        assertThat(refusal(HEADER.replace(',', ';') + "\n", Dialect.USUAL)).containsExactly("/header one-column");
    }

    @Test
    void fields_may_stand_in_quotes() {
        String quoted = "\"" + ROW.replace(",", "\",\"") + "\"";

        ReadFile file =
                ReadFile.text("\"" + HEADER.replace(",", "\",\"") + "\"\r\n" + quoted + "\r\n" + quoted, Dialect.USUAL);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).containsExactly("2: " + SHOWN, "3: " + SHOWN);
    }

    @Test
    void quotes_are_closed_before_the_separator() {
        String after = ROW.replace("gate-one", "\"gate\"-one");
        String open = ROW.replace("gate-one", "\"gate-one");

        assertThat(ReadFile.of(after, ROW).faults()).containsExactly("2 null text-after-quote");
        assertThat(ReadFile.of(after, ROW).rows).containsExactly("3: " + SHOWN);
        assertThat(ReadFile.of(ROW, open, ROW).faults()).containsExactly("3 null open-quote");
    }

    @Test
    void lines_are_those_of_the_file_also_where_quotes_hold_some() {
        ReadFile file = ReadFile.of(ROW.replace("gate-one", "\"gate\n\"\"\none\""), ROW, "");

        assertThat(file.faults()).containsExactly("2 gate line-break");
        assertThat(file.errors.first().get(0).value()).isEqualTo("gate\n\"\none");
        assertThat(file.rows).containsExactly("5: " + SHOWN);
    }

    @Test
    void every_row_has_as_many_fields_as_the_header() {
        ReadFile file = ReadFile.of(ROW + ",", "1971-05", ",".repeat(200), ROW);

        assertThat(file.faults()).containsExactly("2 null field-count", "3 null field-count", "4 null field-count");
        assertThat(file.rows).containsExactly("5: " + SHOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,statuss = /header missing-column;/header/10 unknown-column",
                "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg = /header missing-column",
                "period,period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status = /header/1 column-twice",
                "Period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status = /header missing-column;/header/0 unknown-column",
                "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status, = /header/11 unknown-column",
                "'\"period,reporter' = /header open-quote",
            })
    void a_header_names_each_column_once(String header, String faults) {
        assertThat(refusal(header.strip(), Dialect.USUAL))
                .containsExactly(faults.strip().split(";"));
    }

    @Test
    void a_file_without_a_header_is_refused_and_one_without_rows_is_not() {
        assertThat(refusal("", Dialect.USUAL)).containsExactly("/header empty-file");
        assertThat(refusal("\n\n", Dialect.USUAL)).containsExactly("/header empty-file");
        assertThat(ReadFile.text(HEADER, Dialect.USUAL).faults()).isEmpty();
    }

    @Test
    void the_byte_order_mark_of_the_encoding_is_no_part_of_the_header() {
        String text = "\uFEFF" + HEADER + "\n" + ROW;

        assertThat(ReadFile.text(text, Dialect.USUAL).rows).containsExactly("2: " + SHOWN);
        assertThat(ReadFile.text(text, GB).rows).containsExactly("2: " + SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
    void the_byte_order_mark_of_another_encoding_is_refused_by_its_name(String encoding) {
        byte[] bytes = ("\uFEFF" + HEADER).getBytes(Charset.forName(encoding));

        var refused = catchThrowableOfType(ProblemException.class, () -> ReadFile.bytes(bytes, Dialect.USUAL));

        assertThat(faults(refused)).containsExactly("?encoding other-byte-mark");
        assertThat(refused.faults().get(0).args()).contains(encoding);
        byte[] utf8 = ("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8);
        assertThat(faults(catchThrowableOfType(ProblemException.class, () -> ReadFile.bytes(utf8, GB))))
                .containsExactly("?encoding other-byte-mark");
    }

    @Test
    void bytes_of_another_encoding_are_an_error_of_their_row() {
        String row = ROW.replace("gate-one", "天保");
        byte[] gb = (HEADER + "\n" + row + "\n" + ROW).getBytes(Encoding.GB18030.charset());

        ReadFile file = ReadFile.bytes(gb, Dialect.USUAL);

        assertThat(file.faults()).containsExactly("2 gate bad-encoding");
        assertThat(file.rows).containsExactly("3: " + SHOWN);
        assertThat(ReadFile.bytes(gb, GB).faults()).containsExactly("2 gate unknown-gate");
        assertThat(ReadFile.bytes(gb, GB).errors.first().get(0).value()).isEqualTo("天保");
    }

    /** In GB18030 the second byte of 瓅 (AD7C) is that of the separator |. */
    @Test
    void no_character_is_split() {
        Dialect bars = new Dialect(Encoding.GB18030, '|', '.');
        String row = ROW.replace("gate-one", "瓅㐀").replace(',', '|');
        assertThat("瓅".getBytes(bars.encoding().charset())).endsWith((byte) '|');

        ReadFile file = ReadFile.text(HEADER.replace(',', '|') + "\n" + row + "\n", bars);

        assertThat(file.faults()).containsExactly("2 gate unknown-gate");
        assertThat(file.errors.first().get(0).value()).isEqualTo("瓅㐀");
    }

    @Test
    void a_character_that_no_text_may_have_is_named() {
        assertThat(ReadFile.of(ROW.replace("gate-one", "gate\0one")).faults()).containsExactly("2 gate bad-character");
        assertThat(ReadFile.of(ROW.replace("gate-one", "gate\0one"))
                        .errors
                        .first()
                        .get(0)
                        .value())
                .isEqualTo("gate\uFFFDone");
    }

    @Test
    void a_field_of_any_length_takes_no_more_memory() {
        String start = HEADER + "\n" + ROW.replace("FINAL", "");
        InputStream in = sequence(start, 40_000_000, "\n" + ROW + "\n");

        ReadFile file = ReadFile.stream(in, Dialect.USUAL);

        assertThat(file.faults()).containsExactly("2 null too-long-row");
        assertThat(file.errors.first().get(0).value()).hasSize(200).startsWith("1971-05,XA.01");
        assertThat(file.rows).containsExactly("3: " + SHOWN);
    }

    @Test
    void a_header_of_any_length_is_refused_with_the_longest_that_there_may_be() {
        String header = "x".repeat(CsvScanner.BUFFER + 1);

        var refused = catchThrowableOfType(ProblemException.class, () -> ReadFile.text(header, Dialect.USUAL));

        assertThat(refused.faults()).containsExactly(Fault.at("/header", "too-long-row", CsvScanner.BUFFER / 1024));
    }

    @Test
    void a_long_field_within_the_buffer_is_an_error_of_its_column() {
        ReadFile file = ReadFile.of(ROW.replace("gate-one", "g".repeat(100_000)), ROW);

        assertThat(file.faults()).containsExactly("2 gate too-long-text");
        assertThat(file.rows).containsExactly("3: " + SHOWN);
    }

    @Test
    void a_long_row_may_hold_quotes_and_lines() {
        String quotes = "\"" + "a,\n\"\"".repeat(100_000) + "\"";
        ReadFile file = ReadFile.of(ROW + "," + quotes + ",\"\"", ROW);

        assertThat(file.faults()).containsExactly("2 null too-long-row");
        assertThat(file.rows).containsExactly("100003: " + SHOWN);
    }

    /** The bar in 瓅 is none, and the quote behind it opens nothing, also where the buffer ends between its two bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_long_row_may_hold_characters_of_several_bytes(int shift) {
        Dialect bars = new Dialect(Encoding.GB18030, '|', '.');
        String odd = "x".repeat(shift) + "瓅".repeat(CsvScanner.BUFFER / 2) + "\"瓅";
        String file = HEADER.replace(',', '|') + "\n" + odd + "\n" + ROW.replace(',', '|') + "\n";

        ReadFile read = ReadFile.text(file, bars);

        assertThat(read.faults()).containsExactly("2 null too-long-row");
        assertThat(read.rows).containsExactly("3: " + SHOWN);
    }

    @Test
    void rows_are_read_whole_wherever_the_buffer_ends() {
        int rows = 3 * CsvScanner.BUFFER / ROW.length();

        ReadFile file = ReadFile.text(HEADER + "\n" + (ROW + "\r\n").repeat(rows), Dialect.USUAL);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).hasSize(rows);
        assertThat(file.rows.get(rows - 1)).isEqualTo(rows + 1 + ": " + SHOWN);
    }

    private static InputStream sequence(String start, int length, String end) {
        InputStream filler = new InputStream() {
            private int left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), filler),
                new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> refusal(String text, Dialect dialect) {
        return faults(catchThrowableOfType(ProblemException.class, () -> ReadFile.text(text, dialect)));
    }

    private static List<String> faults(ProblemException refused) {
        return refused.faults().stream()
                .map((Fault fault) -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
