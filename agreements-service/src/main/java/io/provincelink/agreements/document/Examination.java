package io.provincelink.agreements.document;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;

/**
 * Reads a file that somebody sent: what it is, whether it can be read to its end, whether it is marked as a secret, and its text by
 * articles. Runs alone in a process that {@link Examiner} starts; says one line of {@link Findings}.
 */
public final class Examination {

    static final int OUT_OF_TIME = 4;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String OLE = "application/x-tika-msoffice";

    private final Path file;

    private Examination(Path file) {
        this.file = file;
    }

    /** @param args the file, where to write the articles, and how many milliseconds there are */
    public static void main(String[] args) throws IOException {
        PrintStream answer = System.out;
        // a library that writes there would spoil the answer
        System.setOut(System.err);
        endAfter(Long.parseLong(args[2]));
        Examination examination = new Examination(Path.of(args[0]));
        String type = "-";
        Findings findings;
        try {
            type = examination.type();
            findings = examination.read(type, Path.of(args[1]));
        } catch (Refusal refusal) {
            findings = Findings.of(refusal.outcome(), refusal.mediaType() == null ? type : refusal.mediaType());
        } catch (IOException | RuntimeException noReaderExpects) {
            findings = Findings.of(Findings.Outcome.DAMAGED, type);
        } catch (StackOverflowError nestedWithoutEnd) {
            findings = Findings.of(Findings.Outcome.TOO_COMPLEX, type);
        }
        answer.println(findings.line());
        answer.flush();
        // a thread of a library does not keep it from ending
        Runtime.getRuntime().halt(0);
    }

    /** Also when nobody is there any more who would stop it. */
    private static void endAfter(long millis) {
        Thread clock = new Thread(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException neverHappens) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(OUT_OF_TIME);
        });
        clock.setDaemon(true);
        clock.start();
    }

    /** By the bytes alone: a name may say anything. */
    private String type() throws IOException {
        String type;
        try (InputStream in = Files.newInputStream(file)) {
            type = new Tika(MimeTypes.getDefaultMimeTypes()).detect(in);
        }
        if (type.equals(OLE) && OfficeFile.isProtected(file)) {
            throw new Refusal(Findings.Outcome.ENCRYPTED, type);
        }
        if (type.equals(MediaTypes.PDF) || !isZip()) {
            return type;
        }
        try {
            return OfficeFile.type(file);
        } catch (IOException cutOff) {
            throw new Refusal(Findings.Outcome.DAMAGED, "application/zip");
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private Findings read(String type, Path articles) throws IOException {
        DocumentText text;
        if (type.equals(MediaTypes.PDF)) {
            text = PdfFile.read(file);
        } else if (MediaTypes.TAKEN.contains(type)) {
            text = OfficeFile.read(file, type);
        } else {
            return Findings.of(Findings.Outcome.OTHER_TYPE, type);
        }
        if (SecrecyMarks.inText(text.everything()) || text.properties().stream().anyMatch(SecrecyMarks::inProperty)) {
            return Findings.of(Findings.Outcome.SECRET, type);
        }
        List<Article> found = Article.in(text.body());
        write(found, articles);
        return new Findings(Findings.Outcome.TAKEN, type, found.size());
    }

    private static void write(List<Article> articles, Path target) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(target.toFile(), JsonEncoding.UTF8)) {
            json.writeStartArray();
            for (Article article : articles) {
                json.writeStartObject();
                json.writeStringField("number", article.number());
                if (article.heading() != null) {
                    json.writeStringField("heading", article.heading());
                }
                json.writeStringField("body", article.body());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
