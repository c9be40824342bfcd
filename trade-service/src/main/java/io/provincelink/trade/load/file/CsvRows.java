package io.provincelink.trade.load.file;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file of trade figures of any length in constant memory. One object for one file. */
public final class CsvRows {

    private static final int PROGRESS_EACH = 1024;

    private final Dialect dialect;
    private final RowRules rules;
    private final CharsetDecoder decoder;
    private volatile long rows;

    public CsvRows(Dialect dialect, RowRules rules) {
        this.dialect = dialect;
        this.rules = rules;
        this.decoder = dialect.encoding()
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** How many rows were read so far, right or wrong; may be asked by another thread. */
    public long rows() {
        return rows;
    }

    /**
     * Reads to the end of the file.
     *
     * @param target gets the rows that are right
     * @param errors gets what is wrong with the others
     * @throws ProblemException 400 naming what is wrong with the encoding or the header; 403 when the caller does not act for the reporter
     */
    public void read(InputStream in, RowTarget target, RowErrors errors) throws IOException {
        CsvScanner file = new CsvScanner(in, dialect);
        ByteMark.pass(file, dialect.encoding());
        HeaderColumns header = header(file);
        RowBytes quick = new RowBytes(file, header, dialect.decimalMark());
        RowText text = new RowText(errors);
        ParsedRow row = new ParsedRow();
        long count = 0;
        try {
            while (file.next()) {
                if (++count % PROGRESS_EACH == 0) {
                    rows = count;
                }
                boolean whole = file.fault() == null && file.fields() == header.width();
                if (whole && quick.read(row)) {
                    row.line = file.line();
                    target.take(row);
                } else if (judge(file, header, text, row)) {
                    quick.learn(text, row);
                    target.take(row);
                }
            }
        } finally {
            rows = count;
        }
    }

    private HeaderColumns header(CsvScanner file) throws IOException {
        if (!file.next()) {
            throw invalid("empty-file", LoadColumn.titles());
        }
        if (file.fault() != null) {
            throw invalid(file.fault(), CsvScanner.BUFFER / 1024);
        }
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < Math.min(file.fields(), CsvScanner.NO_FIELD); i++) {
            String title = decode(file.bytes(), file.start(i), file.end(i));
            if (title == null) {
                throw invalid("bad-encoding", dialect.encoding());
            }
            if (title.indexOf('\r') >= 0 || title.indexOf('\n') >= 0) {
                throw invalid("line-break");
            }
            titles.add(shortened(title));
        }
        if (titles.size() == 1 && LoadColumn.titled(titles.get(0)).isEmpty()) {
            throw invalid("one-column", titles.get(0));
        }
        return HeaderColumns.of(titles);
    }

    private static ProblemException invalid(String code, Object... arguments) {
        return ProblemException.invalid(Fault.at("/header", code, arguments));
    }

    /** Whether the row is right by the rules; what is not is noted. */
    private boolean judge(CsvScanner file, HeaderColumns header, RowText text, ParsedRow row) {
        text.begin(file.line());
        String fault = file.fault();
        if (fault != null) {
            text.fault(beginning(file), fault, CsvScanner.BUFFER / 1024);
            return false;
        }
        if (file.fields() != header.width()) {
            text.fault(beginning(file), "field-count", header.width(), file.fields());
            return false;
        }
        for (LoadColumn column : LoadColumn.values()) {
            if (header.has(column)) {
                read(file, header.field(column), column, text);
            }
        }
        return rules.judge(text, dialect.decimalMark(), row);
    }

    private void read(CsvScanner file, int field, LoadColumn column, RowText text) {
        int from = file.start(field);
        int length = file.end(field) - from;
        if (length > RowText.LONGEST) {
            text.refuse(column, lenient(file.bytes(), from, RowText.LONGEST), "too-long-text", RowText.LONGEST);
            return;
        }
        String read = decode(file.bytes(), from, from + length);
        if (read == null) {
            text.refuse(column, lenient(file.bytes(), from, length), "bad-encoding", dialect.encoding());
        } else {
            text.set(column, read);
        }
    }

    private @Nullable String decode(byte[] bytes, int from, int to) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private String lenient(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, dialect.encoding().charset());
    }

    /** What the row begins with, to be shown. */
    private String beginning(CsvScanner file) {
        if (file.fields() == 0) {
            byte[] beginning = file.beginningOfLongRow();
            return lenient(beginning, 0, beginning.length);
        }
        int from = file.start(0);
        int last = Math.min(file.fields(), CsvScanner.NO_FIELD) - 1;
        return lenient(file.bytes(), from, Math.min(RowText.LONGEST, file.end(last) - from));
    }

    private static String shortened(String title) {
        return title.substring(0, Math.min(title.length(), RowText.LONGEST));
    }
}
