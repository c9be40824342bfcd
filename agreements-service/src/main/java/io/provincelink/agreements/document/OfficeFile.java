package io.provincelink.agreements.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** DOCX and ODT: archives of XML. Read piece by piece, unpacked no further than a document of that size can need. */
final class OfficeFile {

    private static final long MOST_UNPACKED = 256L << 20;
    private static final int MOST_ENTRIES = 20_000;

    private static final Pattern OPEN_DOCUMENT = Pattern.compile("application/vnd\\.oasis\\.[a-z.-]{1,80}");
    private static final Pattern MAIN_PART = Pattern.compile("wordprocessingml\\.document\\.main\\+xml");
    private static final Pattern WORD_TEXT =
            Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml");
    private static final Pattern WORD_PROPERTIES = Pattern.compile("docProps/.*\\.xml");

    private final ZipFile zip;
    private long unpacked;

    private OfficeFile(ZipFile zip) {
        this.zip = zip;
    }

    /** What kind of archive it is. */
    static String type(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            OfficeFile office = new OfficeFile(zip);
            ZipEntry mimetype = zip.getEntry("mimetype");
            String said = mimetype == null ? "" : office.text(mimetype).strip();
            if (OPEN_DOCUMENT.matcher(said).matches()) {
                return said;
            }
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            boolean isWord = types != null
                    && zip.getEntry("word/document.xml") != null
                    && MAIN_PART.matcher(office.text(types)).find();
            return isWord ? MediaTypes.DOCX : "application/zip";
        }
    }

    /** Whether a file of the older office format is a newer one under a password. */
    static boolean isProtected(Path file) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        try (InputStream in = Files.newInputStream(file)) {
            String all = new String(in.readNBytes(1 << 20), StandardCharsets.ISO_8859_1);
            return all.contains(new String(mark, StandardCharsets.ISO_8859_1));
        }
    }

    static DocumentText read(Path file, String type) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            OfficeFile office = new OfficeFile(zip);
            office.requireWhole();
            return type.equals(MediaTypes.DOCX) ? office.word() : office.openDocument();
        } catch (IOException | XMLStreamException damaged) {
            throw new Refusal(Findings.Outcome.DAMAGED, null);
        }
    }

    /** Reads every entry to its end, which checks the sums, and counts what comes out. */
    private void requireWhole() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new Refusal(Findings.Outcome.TOO_COMPLEX, null);
        }
        byte[] piece = new byte[64 * 1024];
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            try (InputStream in = open(entries.nextElement())) {
                while (in.read(piece) >= 0) {
                    // counted by the stream
                }
            }
        }
        unpacked = 0;
    }

    private DocumentText word() throws IOException, XMLStreamException {
        String body = "";
        StringBuilder everything = new StringBuilder();
        List<String> properties = new ArrayList<>();
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            if (WORD_TEXT.matcher(entry.getName()).matches()) {
                String text = lines(entry, OfficeXml.WORD);
                add(everything, text);
                body = entry.getName().equals("word/document.xml") ? text : body;
            } else if (WORD_PROPERTIES.matcher(entry.getName()).matches()) {
                properties.addAll(lines(entry, OfficeXml.PROPERTIES).lines().toList());
            }
        }
        return new DocumentText(body, everything.toString(), properties);
    }

    private DocumentText openDocument() throws IOException, XMLStreamException {
        ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest != null && text(manifest).contains("encryption-data")) {
            throw new Refusal(Findings.Outcome.ENCRYPTED, null);
        }
        ZipEntry content = zip.getEntry("content.xml");
        if (content == null) {
            throw new Refusal(Findings.Outcome.DAMAGED, null);
        }
        StringBuilder everything = new StringBuilder(lines(content, OfficeXml.OPEN_DOCUMENT_WITH_CHANGES));
        ZipEntry styles = zip.getEntry("styles.xml");
        if (styles != null) {
            // headers and footers
            add(everything, lines(styles, OfficeXml.OPEN_DOCUMENT_WITH_CHANGES));
        }
        ZipEntry meta = zip.getEntry("meta.xml");
        List<String> properties = meta == null
                ? List.of()
                : lines(meta, OfficeXml.PROPERTIES).lines().toList();
        return new DocumentText(lines(content, OfficeXml.OPEN_DOCUMENT), everything.toString(), properties);
    }

    private static void add(StringBuilder everything, String text) {
        if (everything.length() + text.length() > DocumentText.LONGEST) {
            throw new Refusal(Findings.Outcome.TOO_COMPLEX, null);
        }
        everything.append(text).append('\n');
    }

    private String lines(ZipEntry entry, OfficeXml format) throws IOException, XMLStreamException {
        try (InputStream in = open(entry)) {
            return format.lines(in);
        }
    }

    private String text(ZipEntry entry) throws IOException {
        try (InputStream in = open(entry)) {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }

    private InputStream open(ZipEntry entry) throws IOException {
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new Refusal(Findings.Outcome.DAMAGED, null);
        }
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int n = super.read(target, from, length);
                count(Math.max(n, 0));
                return n;
            }
        };
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw new Refusal(Findings.Outcome.TOO_COMPLEX, null);
        }
    }
}
