package io.provincelink.trade.load.sheet;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An XLSX file: which of its parts is the first sheet that is shown, and what that one's cells point to. */
final class Workbook implements Closeable {

    /** Most bytes that a workbook may have. */
    static final int MOST_BYTES = 32 << 20;

    private static final long MOST_OF_SHEET = 256L << 20;
    private static final long MOST_OF_OTHERS = 16L << 20;
    private static final byte[] OF_OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final ZipFile zip;
    private boolean from1904;
    private @Nullable String sheet;
    private List<String> sharedTexts = List.of();
    private CellFormats formats = CellFormats.NONE;

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws ProblemException 400 when the file is no workbook, naming what it seems to be */
    static Workbook open(Path file) throws IOException {
        requireNoOle(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException noZip) {
            throw refused("no-workbook");
        }
        Workbook workbook = new Workbook(zip);
        try {
            workbook.readParts();
            return workbook;
        } catch (WorkbookText.Unreadable unreadable) {
            workbook.close();
            throw refused("no-workbook");
        } catch (WorkbookText.TooLong tooLong) {
            workbook.close();
            throw tooLarge();
        } catch (IOException | RuntimeException thrown) {
            workbook.close();
            throw thrown;
        }
    }

    static ProblemException refused(String code, Object... arguments) {
        return ProblemException.invalid(Fault.at("/workbook", code, arguments));
    }

    static ProblemException tooLarge() {
        return refused("too-large-workbook", MOST_BYTES >> 20, (int) (MOST_OF_SHEET >> 20));
    }

    /** Old workbooks and encrypted ones are files of another kind, which tells its parts by names in UTF-16. */
    private static void requireNoOle(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (Arrays.equals(in.readNBytes(OF_OLE.length), OF_OLE)) {
                throw refused(contains(in, ENCRYPTED) ? "encrypted-workbook" : "old-workbook");
            }
        }
    }

    /** @param bytes of which the first does not come again among the others */
    private static boolean contains(InputStream in, byte[] bytes) throws IOException {
        int found = 0;
        for (int read = in.read(); read >= 0 && found < bytes.length; read = in.read()) {
            found = read == bytes[found] ? found + 1 : read == bytes[0] ? 1 : 0;
        }
        return found == bytes.length;
    }

    private void readParts() throws IOException {
        String main = relations("").values().stream()
                .filter(relation -> relation.type.endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> new WorkbookText.Unreadable("no document"));
        Map<String, Relation> relations = relations(main);
        String id = firstSheet(main);
        Relation first = relations.get(id);
        if (first == null) {
            throw new WorkbookText.Unreadable("no sheet");
        }
        sheet = first.target;
        for (Relation relation : relations.values()) {
            if (relation.type.endsWith("/sharedStrings")) {
                sharedTexts = sharedTexts(relation.target);
            } else if (relation.type.endsWith("/styles")) {
                try (WorkbookXml xml = xml(relation.target, MOST_OF_OTHERS)) {
                    formats = CellFormats.read(xml);
                }
            }
        }
    }

    private record Relation(String type, String target) {}

    /** What a part points to, by id; of the workbook as a whole for no part. */
    private Map<String, Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relation> relations = new HashMap<>();
        try (WorkbookXml xml = xml(folder + "_rels/" + part.substring(slash) + ".rels", MOST_OF_OTHERS)) {
            while (xml.next()) {
                String id = xml.attributeOf("Relationship", "Id");
                String type = xml.attributeOf("Relationship", "Type");
                String target = xml.attributeOf("Relationship", "Target");
                if (id != null && type != null && target != null) {
                    relations.put(id, new Relation(type, resolved(folder, target)));
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) throws IOException {
        try {
            return URI.create("/" + folder).resolve(target).getPath().substring(1);
        } catch (IllegalArgumentException | NullPointerException | StringIndexOutOfBoundsException noPath) {
            throw new WorkbookText.Unreadable("a relation to nowhere");
        }
    }

    private String firstSheet(String main) throws IOException {
        try (WorkbookXml xml = xml(main, MOST_OF_OTHERS)) {
            while (xml.next()) {
                String from = xml.attributeOf("workbookPr", "date1904");
                from1904 |= "1".equals(from) || "true".equals(from);
                String id = xml.attributeOf("sheet", "id");
                boolean hidden = xml.attributeOf("sheet", "state") != null && !"visible".equals(xml.attribute("state"));
                if (id != null && !hidden) {
                    return id;
                }
            }
        }
        throw new WorkbookText.Unreadable("no sheet");
    }

    /** Texts that stand in several cells, without the readings that East Asian ones may have beside them. */
    private List<String> sharedTexts(String part) throws IOException {
        List<String> texts = new ArrayList<>();
        try (WorkbookXml xml = xml(part, MOST_OF_OTHERS)) {
            StringBuilder text = new StringBuilder();
            StringBuilder left = new StringBuilder();
            while (xml.next()) {
                if (xml.begins("si")) {
                    text.setLength(0);
                } else if (xml.begins("rPh")) {
                    left.setLength(0);
                    xml.text(left);
                } else if (xml.begins("t")) {
                    xml.text(text);
                } else if (xml.ends("si")) {
                    texts.add(text.toString());
                }
            }
        }
        return texts;
    }

    /** The cells of the first sheet that is shown. */
    SheetCells cells() throws IOException {
        return new SheetCells(xml(String.valueOf(sheet), MOST_OF_SHEET), sharedTexts);
    }

    CellFormats formats() {
        return formats;
    }

    /** Whether days are counted from 1904 on, as some old machines did. */
    boolean isFrom1904() {
        return from1904;
    }

    private WorkbookXml xml(String part, long most) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new WorkbookText.Unreadable("no part " + part);
        }
        try {
            return new WorkbookXml(new WorkbookText(zip.getInputStream(entry), most));
        } catch (ZipException | EOFException damaged) {
            throw new WorkbookText.Unreadable("damaged");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
