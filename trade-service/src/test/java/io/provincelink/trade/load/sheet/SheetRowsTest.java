package io.provincelink.trade.load.sheet;

import static io.provincelink.trade.load.LoadFiles.pause;
import static io.provincelink.trade.load.sheet.Sheets.HEADER;
import static io.provincelink.trade.load.sheet.Sheets.ROW;
import static io.provincelink.trade.load.sheet.Sheets.cells;
import static io.provincelink.trade.load.sheet.Sheets.parts;
import static io.provincelink.trade.load.sheet.Sheets.read;
import static io.provincelink.trade.load.sheet.Sheets.refusal;
import static io.provincelink.trade.load.sheet.Sheets.row;
import static io.provincelink.trade.load.sheet.Sheets.workbook;
import static io.provincelink.trade.load.sheet.Sheets.write;
import static io.provincelink.trade.load.sheet.Sheets.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.load.file.ReadFile;
import io.provincelink.trade.load.file.RowTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a workbook. */
class SheetRowsTest {

    private static final String SHOWN = "197405+1 1>2 0 1 0 808106 USD 125050 12345 1 0 0 0";

    @Test
    void rows_of_texts_are_read_as_in_csv() {
        ReadFile file = read(workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
            row(sheet, 4, ROW);
        }));

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).containsExactly("2: " + SHOWN, "5: " + SHOWN);
    }

    @Test
    void one_workbook_is_read_at_a_time_since_its_texts_stand_in_memory() throws Exception {
        byte[] workbook = workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
        });
        var atOnce = new AtomicInteger();
        var mostAtOnce = new AtomicInteger();
        RowTarget slow = row -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            pause();
            atOnce.decrementAndGet();
        };
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Void>> all = readers.invokeAll(Collections.nCopies(4, () -> {
                ReadFile file = new ReadFile();
                new SheetRows(file.rules).read(new ByteArrayInputStream(workbook), slow, file.errors);
                return null;
            }));
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            readers.shutdown();
        }

        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void cells_may_hold_numbers_and_a_day_as_the_period() {
        ReadFile file = read(workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
            sheet.value(1, 0, LocalDate.of(1974, 5, 17));
            sheet.style(1, 0).format("dd/MM/yyyy").set();
            sheet.value(1, 6, 854231);
            sheet.value(1, 8, 1250.5);
            sheet.value(1, 9, 12.345);
        }));

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).containsExactly("2: " + SHOWN.replace("808106", "8542316"));
    }

    @Test
    void a_number_is_what_the_sheet_shows_of_it() {
        ReadFile file = read(workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
            sheet.value(1, 8, 0.1 + 0.2);
            row(sheet, 2, ROW);
            sheet.value(2, 8, 1e15);
        }));

        assertThat(file.rows).hasSize(1).allMatch(row -> row.contains(" USD 30 "));
        assertThat(file.faults()).containsExactly("3 value number-cell");
    }

    @Test
    void a_code_that_may_have_lost_its_zeros_is_not_guessed() {
        ReadFile file = read(workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
            sheet.value(1, 6, 80390);
        }));

        assertThat(file.faults()).containsExactly("2 hs number-cell");
    }

    @Test
    void a_plain_number_is_no_period() {
        ReadFile file = read(workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
            sheet.value(1, 0, 27165);
            row(sheet, 2, ROW);
            sheet.value(2, 10, true);
        }));

        assertThat(file.faults()).containsExactly("2 period wrong-format", "3 status wrong-cell");
    }

    @Test
    void of_a_formula_its_last_value_counts() {
        Map<String, String> parts = parts("<row r=\"1\">" + cells(HEADER) + "</row><row r=\"2\">"
                + cells(ROW)
                        .replace("<c t=\"inlineStr\"><is><t>1250.5</t></is></c>", "<c><f>2501/2</f><v>1250.5</v></c>")
                + "</row>");

        ReadFile file = read(zip(parts));

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).containsExactly("2: " + SHOWN);
    }

    @Test
    void a_formula_that_nobody_has_worked_out_is_no_empty_cell() {
        String number = "<c t=\"inlineStr\"><is><t>1250.5</t></is></c>";
        String gate = "<c t=\"inlineStr\"><is><t>gate-one</t></is></c>";
        Map<String, String> parts = parts("<row r=\"1\">" + cells(HEADER) + "</row>"
                + numbered(2, cells(ROW).replace(number, "<c><f>A1</f></c>"))
                + numbered(3, cells(ROW).replace(number, "<c><f>A1</f><v></v></c>"))
                + numbered(4, cells(ROW).replace(number, "<c t=\"str\"><f>A1</f></c>"))
                + numbered(5, cells(ROW).replace(gate, "<c t=\"str\"><f>\"\"</f><v></v></c>")));

        ReadFile file = read(zip(parts));

        assertThat(file.faults())
                .containsExactly("2 value formula-cell", "3 value formula-cell", "4 value formula-cell");
        assertThat(file.rows).hasSize(1);
    }

    private static String numbered(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    @Test
    void a_row_wider_than_the_header_is_an_error_of_the_row() {
        ReadFile file = read(workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
            sheet.value(1, 200, "note");
        }));

        assertThat(file.faults()).containsExactly("2 null field-count");
    }

    @Test
    void a_header_names_the_same_columns_as_in_csv() {
        byte[] other = workbook(sheet -> row(sheet, 0, List.of("Tháng", "Giá trị")));
        byte[] empty = workbook(sheet -> {});

        assertThat(refusal(other)).contains("unknown-column", "missing-column");
        assertThat(refusal(empty)).containsExactly("empty-file");
    }

    @Test
    void other_files_are_refused_by_what_they_are() {
        byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 'E', 0, 0};
        byte[] encrypted = ("\0\0" + "EncryptedPackage").getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(ole, 0, encrypted, 0, 4);

        assertThat(refusal(ole)).containsExactly("old-workbook");
        assertThat(refusal(encrypted)).containsExactly("encrypted-workbook");
        assertThat(refusal(ReadFile.HEADER.getBytes(StandardCharsets.UTF_8))).containsExactly("no-workbook");
        assertThat(refusal(new byte[0])).containsExactly("no-workbook");
        assertThat(refusal(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))))
                .containsExactly("no-workbook");
    }

    @Test
    void more_rows_than_a_sheet_may_have_are_refused() {
        String row = "<row>" + cells(ROW) + "</row>";

        byte[] more = zip(parts("<row>" + cells(HEADER) + "</row>" + row.repeat(SheetRows.MOST_ROWS + 1)));
        ReadFile file = new ReadFile();

        var refused = catchThrowableOfType(ProblemException.class, () -> read(more, file));

        assertThat(refused.faults().get(0).code()).isEqualTo("too-many-sheet-rows");
        assertThat(file.rows).hasSize(SheetRows.MOST_ROWS);
    }

    @Test
    void what_unpacks_to_more_than_is_sensible_is_refused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            Map<String, String> parts = new LinkedHashMap<>(parts(""));
            parts.remove("xl/worksheets/sheet1.xml");
            write(zip, parts);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] rows = "<row/>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 500; i++) {
                zip.write(rows);
            }
        }

        assertThat(packed.size()).isLessThan(2_000_000);
        assertThat(refusal(packed.toByteArray())).containsExactly("too-large-workbook");
        assertThat(refusal(new byte[Workbook.MOST_BYTES + 1])).containsExactly("too-large-workbook");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row><c t='s'><v>2000000000</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c t='s'><v>7</v></c></row>",
                "<row><c r='A1'><v>1</v></row>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><row/>",
                "<!-- note --><row/>",
                "<row/><?php echo 1 ?>",
                "</sheetData></worksheet><more/>",
            })
    void what_no_workbook_has_is_refused(String data) {
        assertThat(refusal(zip(parts(data)))).isNotEmpty().isSubsetOf("no-workbook", "missing-column", "empty-file");
    }

    @Test
    void a_tag_that_would_fill_the_memory_is_refused() {
        String much = "x".repeat(300_000);

        assertThat(refusal(zip(parts("<row more='" + much + "'/>")))).containsExactly("no-workbook");
        assertThat(refusal(zip(parts("<row><c t='str'><v>" + much + "</v></c></row>"))))
                .containsExactly("no-workbook");
        assertThat(refusal(zip(parts("<a>".repeat(100) + "</a>".repeat(100))))).containsExactly("no-workbook");
    }

    /** Some programs put a byte order mark before each part. */
    @Test
    void a_byte_order_mark_is_no_part_of_the_text() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts("<row>" + cells(HEADER) + "</row><row>" + cells(ROW) + "</row>")
                .forEach((name, text) -> parts.put(name, "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>" + text));

        assertThat(read(zip(parts)).rows).containsExactly("2: " + SHOWN);
    }

    @Test
    void addresses_of_cells_take_no_memory() {
        String far = "<row r='999999999'><c r='ZZZZZZZ1' t='str'><v>x</v></c></row>";

        assertThat(refusal(zip(parts(far)))).contains("missing-column");
    }
}
