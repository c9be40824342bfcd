package io.provincelink.trade.load.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.trade.load.file.Dialect;
import io.provincelink.trade.load.file.LoadColumn;
import io.provincelink.trade.load.file.ReadFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** The workbook that offices fill in. */
class LoadTemplateTest {

    @Test
    void the_first_sheet_has_the_header_and_takes_rows_below_it() throws IOException {
        ReadFile file = new ReadFile();

        new SheetRows(file.rules).read(new ByteArrayInputStream(template()), file, file.errors);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).isEmpty();
    }

    /** Column by column, not cell by cell: the file must not hold a hundred thousand empty rows. */
    @Test
    void it_is_small() throws IOException {
        assertThat(template().length).isLessThan(20_000);
    }

    @Test
    void the_examples_make_a_row_that_is_right() {
        ReadFile file = ReadFile.text(line(LoadColumn::title) + "\n" + line(LoadTemplate::example), Dialect.USUAL);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows).hasSize(1);
    }

    @Test
    void the_notes_say_of_each_column_what_it_holds() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(template()))) {
            Sheet notes = workbook.findSheet("notes").orElseThrow();
            List<Row> rows = notes.read();

            assertThat(rows).hasSize(LoadColumn.values().length + 2);
            for (LoadColumn column : LoadColumn.values()) {
                Row row = rows.get(column.ordinal() + 2);
                assertThat(row.getCellText(0)).isEqualTo(column.title());
                assertThat(List.of(row.getCellText(2), row.getCellText(3), row.getCellText(4)))
                        .doesNotHaveDuplicates()
                        .noneMatch(String::isBlank);
            }
            assertThat(rows.get(LoadColumn.VALUE.ordinal() + 2).getCellText(3)).contains("rút lại");
            assertThat(rows.get(LoadColumn.VALUE.ordinal() + 2).getCellText(4)).contains("撤回");
        }
    }

    @Test
    void every_text_stands_in_all_languages() throws IOException {
        Properties english = texts("");

        for (String language : List.of("_vi", "_zh")) {
            assertThat(texts(language).keySet()).isEqualTo(english.keySet());
            assertThat(texts(language).values()).doesNotContainAnyElementsOf(english.values());
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var in = LoadTemplate.class.getResourceAsStream("template" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static String line(Function<LoadColumn, String> field) {
        return Arrays.stream(LoadColumn.values()).map(field).collect(Collectors.joining(","));
    }

    private static byte[] template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LoadTemplate.write(out);
        return out.toByteArray();
    }
}
