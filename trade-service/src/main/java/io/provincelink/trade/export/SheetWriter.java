package io.provincelink.trade.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.CellText;
import io.provincelink.kit.http.ListForms;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer as a sheet: its title, the rows under a header that stays in sight, and beneath them units and sources. As a table it is
 * the header and the rows alone. Numbers are numbers; a text is never taken for a formula.
 *
 * <p>It is for answers that are {@link Exported}, and for a {@link RestResponse} of one: the framework chooses the writer before it takes
 * the answer out of that.
 */
@Provider
@Produces({ListForms.TABLE, SheetWriter.SHEET})
public class SheetWriter implements MessageBodyWriter<Object> {

    /** XLSX. */
    public static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static final String XLSX =
            "A sheet with a title, the rows, and units and sources beneath them, in the language of Accept-Language.";
    public static final String TABLE =
            "RFC 4180 with a header, which is in the language of Accept-Language as the words are.";

    private static final int HEADER = 2;
    private static final int LONGEST_NAME = 31;

    private final CurrentCaller caller;
    private final HttpHeaders headers;

    public SheetWriter(CurrentCaller caller, HttpHeaders headers) {
        this.caller = caller;
        this.headers = headers;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isExported(type) || RestResponse.class.isAssignableFrom(type) && isExported(inside(generic));
    }

    private static boolean isExported(Type type) {
        return type instanceof Class<?> known && Exported.class.isAssignableFrom(known);
    }

    private static Type inside(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> sent,
            OutputStream out)
            throws IOException {
        Caller reader = caller.get();
        var words = new Wording(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), reader.regions(), reader.today());
        Sheet sheet = ((Exported) answer).sheet(words);
        String form = mediaType.getType() + "/" + mediaType.getSubtype();
        boolean isTable = form.equals(ListForms.TABLE);
        sent.putSingle(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + sheet.file() + (isTable ? ".csv" : ".xlsx") + "\"");
        // a sheet is no text, so it has no charset, which the framework would name
        sent.putSingle(HttpHeaders.CONTENT_TYPE, isTable ? ListForms.TABLE_AS_SENT : SHEET);
        write(sheet, form, out);
    }

    static void write(Sheet sheet, String form, OutputStream out) throws IOException {
        if (form.equals(ListForms.TABLE)) {
            table(sheet, out);
        } else {
            sheet(sheet, out);
        }
    }

    private static void table(Sheet sheet, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        @SuppressWarnings("resource") // closing it would end the answer, also one that broke off
        CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        table.writeRecord(sheet.columns().stream()
                .map(column -> CellText.safe(column.title()))
                .toList());
        for (List<@Nullable Object> row : sheet.cells()) {
            table.writeRecord(row.stream().map(SheetWriter::text).toList());
        }
        table.flush();
    }

    private static @Nullable String text(@Nullable Object cell) {
        if (cell == null) {
            return null;
        }
        return cell instanceof BigDecimal number ? number.toPlainString() : CellText.safe(cell.toString());
    }

    private static void sheet(Sheet sheet, OutputStream out) throws IOException {
        @SuppressWarnings("resource") // closing it would end the answer, also one that broke off
        Workbook book = new Workbook(out, "ProvinceLink", "01.0000");
        Worksheet cells = book.newWorksheet(name(sheet.title()));
        cells.value(0, 0, sheet.title());
        cells.style(0, 0).bold().fontSize(14).set();
        for (int column = 0; column < sheet.columns().size(); column++) {
            cells.value(HEADER, column, sheet.columns().get(column).title());
            cells.style(HEADER, column)
                    .bold()
                    .wrapText(true)
                    .borderStyle("thin")
                    .set();
            cells.width(column, sheet.columns().get(column).width());
        }
        cells.freezePane(0, HEADER + 1);
        int row = HEADER + 1;
        for (List<@Nullable Object> values : sheet.cells()) {
            for (int column = 0; column < values.size(); column++) {
                fill(cells, row, column, values.get(column));
            }
            row++;
        }
        for (Sheet.Note note : sheet.notes()) {
            row++;
            cells.value(row, 0, note.about());
            cells.style(row, 0).italic().set();
            cells.value(row, 1, note.text());
        }
        book.finish();
    }

    private static void fill(Worksheet cells, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            cells.value(row, column, number);
            if (number instanceof BigDecimal decimal) {
                cells.style(row, column).format(format(decimal.scale())).set();
            }
        } else if (value != null) {
            cells.value(row, column, value.toString());
        }
    }

    private static String format(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** A sheet's name is short, and has none of some characters. */
    private static String name(String title) {
        String plain = title.replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME).strip() : plain;
    }
}
