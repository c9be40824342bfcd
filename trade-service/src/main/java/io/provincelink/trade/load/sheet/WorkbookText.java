package io.provincelink.trade.load.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The XML of one part of a workbook, which comes from strangers: no more of it than is sensible, no markup but elements, and none of them
 * with attributes that would not fit into memory.
 */
final class WorkbookText extends FilterReader {

    private static final char BYTE_MARK = '\uFEFF';
    private static final int LONGEST_BETWEEN_TAGS = 256 * 1024;

    /** The part cannot be one of a workbook that somebody wrote in good faith. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /** There is more of it than may be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("too long");
        }
    }

    private final long most;
    private long read;
    private int sinceTag;
    private boolean tagBegins;
    private boolean declared;

    /** @param most characters that there may be */
    WorkbookText(InputStream in, long most) {
        super(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count > 0 && read == 0 && into[from] == BYTE_MARK) {
            read++; // it is no part of the text
            System.arraycopy(into, from + 1, into, from, count - 1);
            return count > 1 ? checked(into, from, count - 1) : read(into, from, length);
        }
        return checked(into, from, count);
    }

    private int checked(char[] into, int from, int count) throws IOException {
        if (count > 0) {
            read += count;
            if (read > most) {
                throw new TooLong();
            }
            check(into, from, count);
        }
        return count;
    }

    private void check(char[] text, int from, int count) throws Unreadable {
        for (int i = from; i < from + count; i++) {
            char c = text[i];
            if (tagBegins) {
                boolean declaration = c == '?' && !declared;
                if (c == '!' || c == '?' && !declaration) {
                    throw new Unreadable("markup other than elements");
                }
                declared = true;
                tagBegins = false;
            }
            sinceTag++;
            if (c == '<') {
                sinceTag = 0;
                tagBegins = true;
            } else if (sinceTag > LONGEST_BETWEEN_TAGS) {
                throw new Unreadable("a tag or text too long");
            }
        }
    }
}
