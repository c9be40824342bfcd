package io.provincelink.agreements.document;

import io.provincelink.kit.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is asked for (RFC 9110 §14).
 *
 * @param from first byte, counted from 0
 * @param to last byte
 * @param whole whether it is the file, and not a part
 */
record ByteRange(long from, long to, boolean whole) {

    private static final Pattern SINGLE =
            Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    static ByteRange all(long size) {
        return new ByteRange(0, size - 1, true);
    }

    /**
     * One range is given; several, or what is no range of bytes, give the whole.
     *
     * @throws ProblemException 416 when nothing of the file lies within
     */
    static ByteRange of(@Nullable String header, long size) {
        Matcher range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return all(size);
        }
        if (range.group(1).isEmpty()) {
            long last = Long.parseLong(range.group(2));
            if (last == 0) {
                throw notSatisfiable(size);
            }
            return new ByteRange(Math.max(0, size - last), size - 1, false);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from) {
            return all(size);
        }
        if (from >= size) {
            throw notSatisfiable(size);
        }
        return new ByteRange(from, to, false);
    }

    long length() {
        return to - from + 1;
    }

    /** As in Content-Range. */
    String of(long size) {
        return "bytes " + from + "-" + to + "/" + size;
    }

    private static ProblemException notSatisfiable(long size) {
        return ProblemException.of(DocumentProblem.RANGE_NOT_SATISFIABLE, String.valueOf(size))
                .with("Content-Range", "bytes */" + size);
    }
}
