package io.provincelink.trade.load.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a CSV file (RFC 4180) in its bytes, row after row, in one buffer: a file of any length, and a field of any length,
 * takes the same memory. Lines end in LF or CRLF; a CR alone ends none. Lines with nothing in them are passed over.
 *
 * <p>No separator is looked for inside a character of several bytes: in GB18030 its second byte can be that of {@code |}.
 */
final class CsvScanner {

    static final int BUFFER = 256 * 1024;

    private static final int MOST_FIELDS = 63;

    /** Number of a field that no row has, and that is always empty. */
    static final int NO_FIELD = MOST_FIELDS;

    private static final byte PLAIN = 0;
    private static final byte SEPARATOR = 1;
    private static final byte NEWLINE = 2;
    private static final byte LEAD = 3;
    private static final byte QUOTE = '"';

    private final InputStream in;
    private final GbCharacters gb;
    private final byte[] kinds = new byte[256];
    private final byte[] bytes = new byte[BUFFER];
    private final int[] starts = new int[MOST_FIELDS + 1];
    private final int[] ends = new int[MOST_FIELDS + 1];
    private int fields;
    private int position;
    private int limit;
    private boolean ended;

    /** Line at which the next row begins, and at which this one does. */
    private long nextLine = 1;

    private long line;

    /** Which of the fields so far had doubled quotes in them, a bit for each. */
    private long doubled;

    /** Whether one of the fields so far stands in quotes. */
    private boolean quoted;

    /** Newlines in the row so far. */
    private int newlines;

    private @Nullable String fault;
    private byte[] beginning = new byte[0];

    CsvScanner(InputStream in, Dialect dialect) {
        this.in = in;
        this.gb = new GbCharacters(bytes);
        if (dialect.encoding() == Encoding.GB18030) {
            for (int lead = GbCharacters.FIRST_LEAD; lead <= GbCharacters.LAST_LEAD; lead++) {
                kinds[lead] = LEAD;
            }
        }
        kinds[dialect.separator()] = SEPARATOR;
        kinds['\n'] = NEWLINE;
    }

    /** The beginning of the file, to be looked at before the first row. */
    byte[] beginning(int length) throws IOException {
        fill();
        return Arrays.copyOf(bytes, Math.min(length, limit));
    }

    /** Passes over bytes that are no part of a row. */
    void pass(int count) {
        position += count;
    }

    /** Goes on to the next row; false at the end of the file. */
    boolean next() throws IOException {
        while (true) {
            if (position == limit) {
                fill();
                if (position == limit) {
                    return false;
                }
            }
            int end = scan();
            if (end >= 0) {
                line = nextLine;
                nextLine += newlines;
                position = end;
                if (fields != 1 || starts[0] != ends[0] || quoted) {
                    unquote();
                    return true;
                }
            } else if (position == 0 && limit == BUFFER) {
                skip();
                return true;
            } else {
                fill();
            }
        }
    }

    /** What is wrong with the row as a whole; null if nothing is. */
    @Nullable
    String fault() {
        return fault;
    }

    /** The first bytes of a row that is too long to be held. */
    byte[] beginningOfLongRow() {
        return beginning;
    }

    /** How many fields the row has; the places of at most {@value #MOST_FIELDS} are known. */
    int fields() {
        return fields;
    }

    /** Where the fields stand, until the next row. */
    byte[] bytes() {
        return bytes;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Line of the file at which the row begins, from 1. */
    long line() {
        return line;
    }

    /** Finds the next row's fields. The place behind it, or -1 when it goes on behind the bytes that are there. */
    private int scan() {
        fields = 0;
        doubled = 0;
        quoted = false;
        newlines = 0;
        fault = null;
        int at = position;
        while (true) {
            int end = at < limit && bytes[at] == QUOTE ? quoted(at) : plain(at, at);
            if (end < 0) {
                return -1;
            }
            if (end == limit) {
                return end; // of the file
            }
            at = end + 1;
            if (kinds[bytes[end] & 0xff] == NEWLINE) {
                newlines++;
                return at;
            }
        }
    }

    /** The place of the separator or newline behind a field without quotes, or of the end of the file; -1 if that is not there yet. */
    private int plain(int start, int from) {
        int end = limit;
        int at = from;
        byte[] read = bytes;
        byte[] meaning = kinds;
        while (at < end) {
            byte kind = meaning[read[at] & 0xff];
            if (kind == PLAIN) {
                at++;
            } else if (kind == LEAD) {
                int length = gb.length(at, end);
                if (length == 0 && !ended) {
                    return -1;
                }
                at += Math.max(1, length);
            } else {
                break;
            }
        }
        if (at == end && !ended) {
            return -1;
        }
        boolean crlf = at < end && read[at] == '\n' && at > start && read[at - 1] == '\r';
        add(start, crlf ? at - 1 : at);
        return at;
    }

    /** As {@link #plain}, for a field that begins with a quote. */
    private int quoted(int start) {
        quoted = true;
        int end = limit;
        int at = start + 1;
        long doubledHere = 0;
        while (at < end) {
            byte read = bytes[at];
            if (read == QUOTE) {
                if (at + 1 == end && !ended) {
                    return -1;
                }
                if (at + 1 == end || bytes[at + 1] != QUOTE) {
                    break;
                }
                doubledHere = fields < MOST_FIELDS ? 1L << fields : 0;
                at++;
            } else if (read == '\n') {
                newlines++;
            }
            at++;
        }
        doubled |= doubledHere;
        if (at >= end) {
            if (!ended) {
                return -1;
            }
            fault = "open-quote";
            add(start + 1, end);
            return end;
        }
        return afterQuote(start, at);
    }

    /** @param quote the place of the closing one */
    private int afterQuote(int start, int quote) {
        int at = quote + 1;
        if (at < limit && bytes[at] == '\r') {
            if (at + 1 < limit ? bytes[at + 1] == '\n' : !ended) {
                at++;
            }
        }
        if (at == limit) {
            if (!ended) {
                return -1;
            }
            add(start + 1, quote);
            return at;
        }
        byte kind = kinds[bytes[at] & 0xff];
        if (kind == SEPARATOR && at == quote + 1 || kind == NEWLINE) {
            add(start + 1, quote);
            return at;
        }
        fault = "text-after-quote";
        return plain(start, quote + 1);
    }

    private void add(int start, int end) {
        if (fields < MOST_FIELDS) {
            starts[fields] = start;
            ends[fields] = end;
        }
        fields++;
    }

    /** Makes one quote of two, in the fields of a row that is wholly there. */
    private void unquote() {
        for (int field = 0; doubled != 0; field++, doubled >>>= 1) {
            if ((doubled & 1) != 0 && fault == null) {
                int to = starts[field];
                for (int at = starts[field]; at < ends[field]; at++) {
                    bytes[to++] = bytes[at];
                    if (bytes[at] == QUOTE) {
                        at++;
                    }
                }
                ends[field] = to;
            }
        }
    }

    /** Passes over a row that the buffer does not hold. */
    private void skip() throws IOException {
        LongRow row = new LongRow();
        beginning = Arrays.copyOf(bytes, RowText.LONGEST);
        while (!row.isOver) {
            if (limit - position < GbCharacters.LONGEST && !ended) {
                fill();
            }
            if (position == limit) {
                break;
            }
            boolean lead = kinds[bytes[position] & 0xff] == LEAD;
            row.take(bytes[position]);
            position += lead ? Math.max(1, gb.length(position, limit)) : 1;
        }
        line = nextLine;
        nextLine += row.lines;
        fault = "too-long-row";
        fields = 0;
    }

    /** Whether the row that is passed over has come to its end. */
    private final class LongRow {
        private boolean isOver;
        private int lines;
        private boolean inQuotes;
        private boolean atStart = true;

        void take(byte read) {
            byte kind = kinds[read & 0xff];
            if (read == '\n') {
                lines++;
            }
            if (read == QUOTE && (atStart || inQuotes)) {
                // a doubled quote closes and opens again
                inQuotes = !inQuotes;
                atStart = !inQuotes;
                return;
            }
            isOver = !inQuotes && kind == NEWLINE;
            atStart = !inQuotes && kind == SEPARATOR;
        }
    }

    /** Moves what is left to the beginning of the buffer and fills the rest of it. */
    private void fill() throws IOException {
        limit -= position;
        System.arraycopy(bytes, position, bytes, 0, limit);
        position = 0;
        while (!ended && limit < BUFFER) {
            int count = in.read(bytes, limit, BUFFER - limit);
            if (count < 0) {
                ended = true;
            } else {
                limit += count;
            }
        }
    }
}
