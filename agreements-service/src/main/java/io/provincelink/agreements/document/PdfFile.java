package io.provincelink.agreements.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Text and properties of a PDF. */
final class PdfFile {

    /** The end of a PDF stands within its last bytes; some programs add a few of their own. */
    private static final int END = 4_096;

    private PdfFile() {}

    static DocumentText read(Path file) throws IOException {
        requireEnd(file);
        Metadata metadata = new Metadata();
        ContentHandler text = new BodyContentHandler(DocumentText.LONGEST);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            new PDFParser().parse(in, text, metadata, context());
        } catch (EncryptedDocumentException encrypted) {
            throw new Refusal(Findings.Outcome.ENCRYPTED, null);
        } catch (SAXException tooLong) {
            throw new Refusal(
                    WriteLimitReachedException.isWriteLimitReached(tooLong)
                            ? Findings.Outcome.TOO_COMPLEX
                            : Findings.Outcome.DAMAGED,
                    null);
        } catch (TikaException | IOException | RuntimeException damaged) {
            throw new Refusal(Findings.Outcome.DAMAGED, null);
        }
        if ("0".equals(metadata.get("xmpTPg:NPages"))) {
            throw new Refusal(Findings.Outcome.DAMAGED, null);
        }
        return new DocumentText(text.toString(), text.toString(), properties(metadata));
    }

    private static ParseContext context() {
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    /** A file that was cut off can still be shown in part; what was meant to be kept is the whole. */
    private static void requireEnd(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(END, bytes.length())];
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(end);
            if (!new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new Refusal(Findings.Outcome.DAMAGED, null);
            }
        }
    }

    private static List<String> properties(Metadata metadata) {
        List<String> values = new ArrayList<>();
        for (String name : metadata.names()) {
            if (!name.equals(PDF.PDF_VERSION.getName())) {
                values.addAll(Arrays.asList(metadata.getValues(name)));
            }
        }
        return values;
    }

    /** Attachments are not unpacked. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                java.io.InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // nothing
        }
    }
}
