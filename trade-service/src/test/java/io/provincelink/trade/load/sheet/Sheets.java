package io.provincelink.trade.load.sheet;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.load.file.ReadFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as somebody sends them, and what comes of them. */
final class Sheets {

    static final List<String> HEADER = List.of(ReadFile.HEADER.split(","));
    static final List<String> ROW = List.of(
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

    private Sheets() {}

    static ReadFile read(byte[] workbook) {
        ReadFile file = new ReadFile();
        read(workbook, file);
        return file;
    }

    static void read(byte[] workbook, ReadFile file) {
        try {
            new SheetRows(file.rules).read(new ByteArrayInputStream(workbook), file, file.errors);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<String> refusal(byte[] workbook) {
        return catchThrowableOfType(ProblemException.class, () -> read(workbook)).faults().stream()
                .map(fault -> fault.code())
                .distinct()
                .toList();
    }

    static byte[] workbook(Consumer<Worksheet> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "01.0000")) {
            content.accept(workbook.newWorksheet("Figures"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static void row(Worksheet sheet, int row, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            sheet.value(row, i, values.get(i));
        }
    }

    /** A workbook with as little in it as there may be. */
    static Map<String, String> parts(String sheetData) {
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

    static String cells(List<String> values) {
        StringBuilder cells = new StringBuilder();
        values.forEach(value -> cells.append("<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>"));
        return cells.toString();
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            write(zip, parts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static void write(ZipOutputStream zip, Map<String, String> parts) throws IOException {
        for (var part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
