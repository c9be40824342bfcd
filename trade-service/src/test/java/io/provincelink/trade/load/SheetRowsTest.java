package io.provincelink.trade.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provincelink.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a workbook. */
class SheetRowsTest {

    private static final List<String> HEADER = List.of(ReadFile.HEADER.split(","));
    private static final List<String> ROW = List.of(
            "1974-05",
            "XA.01",
            "XB.010100",
            "EXPORT",
            "gate-one",
            "NORMAL",
            "080810",
            "USD",
            "1250.5",
            "12.345",
            "FINAL");
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
        assertThat(refusal(empty)).containsExactly("missing-column");
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

        assertThat(refused.faults().get(0).code()).isEqualTo("too-many-rows");
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
        assertThat(refusal(new byte[io.provincelink.trade.load.Workbook.MOST_BYTES + 1]))
                .containsExactly("too-large-workbook");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row><c t='s'><v>2000000000</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c r='A1'><v>1</v></row>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><row/>",
                "<!-- note --><row/>",
                "<row/><?php echo 1 ?>",
                "</sheetData></worksheet><more/>",
            })
    void what_no_workbook_has_is_refused(String data) {
        assertThat(refusal(zip(parts(data)))).isNotEmpty().isSubsetOf("no-workbook", "missing-column");
    }

    @Test
    void addresses_of_cells_take_no_memory() {
        String far = "<row r='999999999'><c r='ZZZZZZZ1' t='str'><v>x</v></c></row>";

        assertThat(refusal(zip(parts(far)))).contains("missing-column");
    }

    @Property(tries = 200)
    void a_damaged_workbook_is_read_or_refused_by_name(
            @ForAll @Size(3) List<@IntRange(max = 100_000) Integer> places, @ForAll byte with) {
        byte[] file = workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
        });
        places.forEach(place -> file[place % file.length] = with);

        try {
            assertThat(read(file).rows.size()).isLessThanOrEqualTo(1);
        } catch (ProblemException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void damaged_xml_is_read_or_refused_by_name(@ForAll @IntRange(max = 3000) int place, @ForAll char with) {
        StringBuilder data = new StringBuilder("<row>" + cells(HEADER) + "</row><row>" + cells(ROW) + "</row>");
        data.setCharAt(place % data.length(), with);

        try {
            assertThat(read(zip(parts(data.toString()))).rows.size()).isLessThanOrEqualTo(1);
        } catch (ProblemException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    private static ReadFile read(byte[] workbook) {
        ReadFile file = new ReadFile();
        read(workbook, file);
        return file;
    }

    private static void read(byte[] workbook, ReadFile file) {
        try {
            new SheetRows(file.rules).read(new ByteArrayInputStream(workbook), file, file.errors);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> refusal(byte[] workbook) {
        return catchThrowableOfType(ProblemException.class, () -> read(workbook)).faults().stream()
                .map(fault -> fault.code())
                .distinct()
                .toList();
    }

    private static byte[] workbook(Consumer<Worksheet> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "01.0000")) {
            content.accept(workbook.newWorksheet("Figures"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            sheet.value(row, i, values.get(i));
        }
    }

    /** A workbook with as little in it as there may be. */
    private static Map<String, String> parts(String sheetData) {
        String relations =
                "<Relationships><Relationship Id=\"r1\" Type=\"http://x/%s\" Target=\"%s\"/></Relationships>";
        return Map.of(
                "_rels/.rels",
                relations.formatted("officeDocument", "xl/workbook.xml"),
                "xl/_rels/workbook.xml.rels",
                relations.formatted("worksheet", "worksheets/sheet1.xml"),
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>");
    }

    private static String cells(List<String> values) {
        StringBuilder cells = new StringBuilder();
        values.forEach(value -> cells.append("<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>"));
        return cells.toString();
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            write(zip, parts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static void write(ZipOutputStream zip, Map<String, String> parts) throws IOException {
        for (var part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
