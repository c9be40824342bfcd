package io.provincelink.trade.export;

import static io.provincelink.trade.Drafts.recordGate;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.summary.FigureMother;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken away is opened and read as a spreadsheet program would. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SheetTest {

    private static final String SUMMARY =
            "/api/v1/trade-summary?reporter=XA.02&period=1984-06/1984-07&groupBy=month,flow,gate,chapter,partner";
    private static final String SERIES =
            "/api/v1/trade-series?reporter=XA.02&period=1984-06/1984-07&flow=EXPORT&currency=USD";

    private final Api api = Api.checked();
    private final Api sheets = api.with("Accept", SheetWriter.SHEET);

    @BeforeEach
    void report() {
        recordGate(api, "sheet-gate");
        FigureMother.report("""
            XA.02 XB.010100 1984-06 EXPORT 08 sheet-gate 1234567.50 netKg=12.5
            XA.02 XB.010100 1984-07 EXPORT 08 -              100.00 status=ESTIMATED
            XA.02 XB.010100 1984-07 IMPORT 27 -                7.25
            """);
    }

    private static List<Row> rows(Api.Answer answer) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(answer.expect(200).response().asByteArray()))) {
            return book.getFirstSheet().read();
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            texts.add(cell == null || cell.getType() == CellType.EMPTY ? "" : cell.getText());
        }
        return texts;
    }

    private static List<String> all(List<Row> rows) {
        return rows.stream().flatMap(row -> texts(row).stream()).toList();
    }

    @Test
    void a_summary_is_a_sheet_with_title_header_numbers_and_sources() throws IOException {
        Api.Answer answer = sheets.get(SUMMARY);
        List<Row> rows = rows(answer);

        assertThat(answer.header("Content-Type")).isEqualTo(SheetWriter.SHEET);
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"trade-summary-XA.02-1984-06-1984-07.xlsx\"");
        assertThat(texts(rows.get(0)).get(0))
                .isEqualTo("Trade figures · Province A Two (XA.02) · 1984-06-01/1984-07-31");
        Row header =
                rows.stream().filter(row -> row.getRowNum() == 3).findFirst().orElseThrow();
        assertThat(texts(header))
                .startsWith(
                        "Reporter",
                        "Months",
                        "Flow",
                        "Gate",
                        "HS chapter",
                        "Partner",
                        "Value",
                        "Currency",
                        "Net weight (kg)");
        Row first =
                rows.stream().filter(row -> row.getRowNum() == 4).findFirst().orElseThrow();
        assertThat(texts(first))
                .startsWith(
                        "Province A Two (XA.02)",
                        "1984-06",
                        "Exports",
                        "sheet-gate",
                        "08",
                        "Prefecture B One (XB.010100)");
        assertThat(first.getCell(4).getType()).isEqualTo(CellType.STRING);
        assertThat(first.getCell(6).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.getCell(6).asNumber()).isEqualByComparingTo("1234567.50");
        assertThat(first.getCell(8).asNumber()).isEqualByComparingTo(new BigDecimal("12.5"));
        assertThat(all(rows))
                .contains("Reports of Province A Two (XA.02), kept in ProvinceLink")
                .contains("Values in USD, not rounded; currencies are never added")
                .contains("Normal trade, Trade of border residents")
                .contains("By place of origin or destination of the goods")
                .contains("FOB, CIF")
                .contains("about: contains estimates")
                .contains("not by gate")
                .anyMatch(text -> text.matches("2\\d{3}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\(UTC\\+7\\)"));
    }

    @Test
    void the_header_stays_in_sight_and_columns_are_wide_enough() throws IOException {
        String xml = sheetXml(sheets.get(SUMMARY));

        assertThat(xml).contains("ySplit=\"3\"").contains("state=\"frozen\"").contains("<col ");
        assertThat(xml).doesNotContain("<f>");
    }

    @Test
    void titles_follow_the_language() throws IOException {
        assertThat(all(rows(sheets.with("Accept-Language", "vi").get(SUMMARY))))
                .contains("Đơn vị báo cáo", "Xuất khẩu", "Nhập khẩu", "Nguồn", "Tỉnh A Hai (XA.02)");
        assertThat(all(rows(sheets.with("Accept-Language", "zh").get(SUMMARY))))
                .contains("报告方", "出口", "进口", "来源", "甲二省 (XA.02)");
    }

    @Test
    void a_series_is_a_sheet_with_growth() throws IOException {
        Api.Answer answer = sheets.get(SERIES + "&partner=XB.010100&hs=08");
        List<Row> rows = rows(answer);

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"trade-series-XA.02-EXPORT-M-1984-06-1984-07.xlsx\"");
        Row july = rows.stream().filter(row -> row.getRowNum() == 5).findFirst().orElseThrow();
        assertThat(texts(july)).startsWith("1984-07", "Province A Two (XA.02)", "Exports", "100.00", "USD");
        // 100 / 1234567.50 − 1
        assertThat(july.getCell(8).asNumber()).isEqualByComparingTo("-99.99");
        assertThat(all(rows))
                .contains("partner: Prefecture B One (XB.010100)", "hs: 08")
                .anyMatch(text -> text.startsWith("(new − old) × 100 / old"));
    }

    @Test
    void a_table_is_header_and_rows_alone() {
        Api.Answer answer = api.with("Accept", "text/csv")
                .get(SUMMARY.replace(",gate,chapter,partner", ""))
                .expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=utf-8;header=present");
        assertThat(answer.header("Content-Disposition")).endsWith(".csv\"");
        assertThat(new String(answer.response().asByteArray(), StandardCharsets.UTF_8).split("\r\n"))
                .hasSize(4)
                .satisfies(lines -> {
                    assertThat(lines[0]).startsWith("Reporter,Months,Flow,Value,Currency,Net weight (kg),Figures");
                    assertThat(lines[1])
                            .isEqualTo("Province A Two (XA.02),1984-06,Exports,1234567.50,USD,12.500,1,1,0,0,1,1,exact,"
                                    + "By place of origin or destination of the goods,FOB");
                    assertThat(lines[2]).startsWith("Province A Two (XA.02),1984-07,Exports,100.00,USD,,1,0,0,1,");
                });
    }

    @Test
    void a_negative_number_is_a_number_in_a_table() {
        Api.Answer answer = api.with("Accept", "text/csv").get(SERIES).expect(200);

        assertThat(new String(answer.response().asByteArray(), StandardCharsets.UTF_8))
                .contains(",-99.99,");
    }

    @Test
    void a_text_is_never_calculated() throws IOException {
        String attack = "=HYPERLINK(\"http://x\")";
        Sheet sheet = new Sheet.Table<String>().column(attack, 10, text -> text).sheet("x", attack, List.of(attack));
        var bytes = new java.io.ByteArrayOutputStream();

        SheetWriter.write(sheet, SheetWriter.SHEET, bytes);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (Row row : book.getFirstSheet().read()) {
                for (Cell cell : row) {
                    assertThat(cell.getType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getText()).isEqualTo(attack);
                }
            }
        }
        bytes.reset();
        SheetWriter.write(sheet, "text/csv", bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.startsWith("\"'="));
    }

    @Test
    void other_forms_are_refused_by_name() {
        var refused = Api.unchecked().with("Accept", "application/pdf").get(SUMMARY);

        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.at("/violations/0/message")).contains(SheetWriter.SHEET);
    }

    @Test
    void forms_and_languages_have_tags_of_their_own() {
        String json = api.get(SERIES).expect(200).etag();
        Api.Answer english = sheets.get(SERIES).expect(200);
        String chinese =
                sheets.with("Accept-Language", "zh").get(SERIES).expect(200).etag();

        assertThat(List.of(json, english.etag(), chinese)).doesNotHaveDuplicates();
        assertThat(english.etag()).startsWith("W/\"");
        assertThat(english.response().headers().getValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
        sheets.with("If-None-Match", english.etag()).get(SERIES).expect(304);
        sheets.with("If-None-Match", chinese).get(SERIES).expect(200);
    }

    private static String sheetXml(Api.Answer answer) throws IOException {
        Path file = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(file, answer.expect(200).response().asByteArray());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
