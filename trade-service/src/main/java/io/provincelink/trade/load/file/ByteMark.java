package io.provincelink.trade.load.file;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mark (U+FEFF) that some writers put before a text: it tells the encoding, and nothing of the text. */
enum ByteMark {
    UTF_8(Encoding.UTF_8, 0xef, 0xbb, 0xbf),
    GB18030(Encoding.GB18030, 0x84, 0x31, 0x95, 0x33),
    // before UTF-16LE, whose mark is the beginning of this one
    UTF_32LE(null, 0xff, 0xfe, 0, 0),
    UTF_32BE(null, 0, 0, 0xfe, 0xff),
    UTF_16LE(null, 0xff, 0xfe),
    UTF_16BE(null, 0xfe, 0xff);

    private static final int LONGEST = 4;

    private final @Nullable Encoding encoding;
    private final byte[] bytes;

    ByteMark(@Nullable Encoding encoding, int... bytes) {
        this.encoding = encoding;
        this.bytes = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            this.bytes[i] = (byte) bytes[i];
        }
    }

    /**
     * Passes over the mark of the file's encoding.
     *
     * @throws ProblemException 400 naming the encoding that the mark tells, if that is another one
     */
    static void pass(CsvScanner file, Encoding encoding) throws IOException {
        byte[] beginning = file.beginning(LONGEST);
        for (ByteMark mark : values()) {
            if (Arrays.equals(
                    beginning, 0, Math.min(mark.bytes.length, beginning.length), mark.bytes, 0, mark.bytes.length)) {
                if (!Objects.equals(mark.encoding, encoding)) {
                    String told = mark.name().replace('_', '-');
                    throw ProblemException.invalid(Fault.at("?encoding", "other-byte-mark", told, encoding));
                }
                file.pass(mark.bytes.length);
                return;
            }
        }
    }
}
