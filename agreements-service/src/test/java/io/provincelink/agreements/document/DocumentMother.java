package io.provincelink.agreements.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** Files to test with: real PDF, DOCX and ODT, small as far as nobody asks for more. */
final class DocumentMother {

    static final String[] VIETNAMESE = {
        "BẢN GHI NHỚ",
        "Điều 1. Phạm vi hợp tác",
        "Hai bên hợp tác về thương mại biên giới.",
        "Điều 2. Hiệu lực",
        "Bản ghi nhớ có hiệu lực từ ngày ký."
    };
    static final String[] CHINESE = {"谅解备忘录", "第一条　合作范围", "双方开展边境贸易合作。", "第二条　生效", "本备忘录自签字之日起生效。"};
    static final String[] ENGLISH = {
        "MEMORANDUM",
        "Article 1. Scope",
        "The Parties cooperate in border trade.",
        "Article 2. Entry into force",
        "It enters into force when signed."
    };

    private DocumentMother() {}

    static byte[] pdf(String... lines) {
        return pdf(null, null, lines);
    }

    static byte[] titled(String title, String... lines) {
        return pdf(title, null, lines);
    }

    static byte[] locked(String... lines) {
        return pdf(null, "password", lines);
    }

    private static byte[] pdf(@Nullable String title, @Nullable String password, String... lines) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            if (title != null) {
                document.getDocumentInformation().setTitle(title);
            }
            if (lines.length > 0) {
                write(document, page, lines);
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(PDDocument document, PDPage page, String... lines) throws IOException {
        var font = PDType0Font.load(
                document,
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 12);
            content.setLeading(16);
            content.newLineAtOffset(50, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    /** A PDF of exactly this size, made so by a long comment. */
    static byte[] pdfOf(int size, String... lines) {
        byte[] small = pdf(lines);
        String text = new String(small, StandardCharsets.ISO_8859_1);
        byte[] end = ("\n" + text.substring(text.lastIndexOf("startxref"))).getBytes(StandardCharsets.ISO_8859_1);
        byte[] large = new byte[size];
        Arrays.fill(large, (byte) 'x');
        System.arraycopy(small, 0, large, 0, small.length);
        large[small.length] = '\n';
        large[small.length + 1] = '%';
        System.arraycopy(end, 0, large, size - end.length, end.length);
        return large;
    }

    /** A small PDF whose only page unpacks to a hundred mebibytes of text. */
    static byte[] bomb() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            page.setResources(resources);
            PDStream content = new PDStream(document);
            try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
                stream.write("BT /F 1 Tf\n".getBytes(StandardCharsets.US_ASCII));
                byte[] text = ("(" + "x".repeat(1000) + ") Tj\n").getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 100_000; i++) {
                    stream.write(text);
                }
                stream.write("ET\n".getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(content);
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] docx(String... lines) {
        return docxWith("", lines);
    }

    /** @param keywords a property of the document */
    static byte[] docxWith(String keywords, String... lines) {
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            body.append("<w:p><w:r><w:t xml:space=\"preserve\">").append(line).append("</w:t></w:r></w:p>");
        }
        return zip(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + MediaTypes.DOCX
                        + ".main+xml\"/></Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"word/document.xml\"/></Relationships>",
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\">"
                        + "<cp:keywords>" + keywords + "</cp:keywords></cp:coreProperties>",
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
    }

    static byte[] odt(String... lines) {
        return odtWith("", lines);
    }

    /** @param header the page header, which stands in another part of the file */
    static byte[] odtWith(String header, String... lines) {
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            body.append("<text:p>").append(line).append("</text:p>");
        }
        String names = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
        return zip(
                "mimetype",
                MediaTypes.ODT,
                "META-INF/manifest.xml",
                "<manifest/>",
                "content.xml",
                "<office:document-content" + names + "><office:body><office:text>" + body
                        + "</office:text></office:body></office:document-content>",
                "styles.xml",
                "<office:document-styles" + names + "><text:p>" + header + "</text:p></office:document-styles>");
    }

    /** An archive of these names and texts. The first is stored as it is, as ODT asks for. */
    static byte[] zip(String... namesAndTexts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < namesAndTexts.length; i += 2) {
                    byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                    ZipEntry entry = new ZipEntry(namesAndTexts[i]);
                    if (namesAndTexts[i].equals("mimetype")) {
                        CRC32 crc = new CRC32();
                        crc.update(text);
                        entry.setMethod(ZipEntry.STORED);
                        entry.setSize(text.length);
                        entry.setCrc(crc.getValue());
                    }
                    zip.putNextEntry(entry);
                    zip.write(text);
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
