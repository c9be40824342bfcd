package io.provincelink.kit.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes that somebody who wrote an unknown one may have meant. */
final class NearestCodes {

    /** No code is longer than 12 characters; what a client sends may be, and is read no further than this. */
    private static final int LONGEST = 14;

    private static final int PLACE_BITS = 24;

    private final String wanted;
    private final String digits;
    private final int[] above = new int[LONGEST + 1];
    private final int[] row = new int[LONGEST + 1];

    private NearestCodes(String wanted) {
        this.wanted = wanted;
        this.digits = digits(wanted);
    }

    /** At most {@code limit} of the codes, best first, always the same ones for the same unknown code. */
    static List<String> of(String unknown, String[] codes, int limit) {
        String stripped = unknown.strip();
        String wanted = stripped.substring(0, Math.min(stripped.length(), LONGEST))
                .toUpperCase(Locale.ROOT)
                .replace('-', '.');
        // Upper case can be longer: ß becomes SS.
        wanted = wanted.substring(0, Math.min(wanted.length(), LONGEST));
        String prefix = wanted.indexOf('.') == 2 ? wanted.substring(0, 3) : "";
        boolean knownCountry = !prefix.isEmpty() && Stream.of(codes).anyMatch(code -> code.startsWith(prefix));
        List<String> found = new NearestCodes(wanted).among(codes, knownCountry ? prefix : "", limit);
        return found.isEmpty() && knownCountry && limit > 0 ? List.of(prefix.substring(0, 2)) : found;
    }

    private List<String> among(String[] codes, String prefix, int limit) {
        long[] best = new long[Math.max(0, limit)];
        int count = 0;
        for (int place = 0; place < codes.length && best.length > 0; place++) {
            if (!codes[place].startsWith(prefix)) {
                continue;
            }
            int rank = rank(codes[place]);
            // The place decides between equals, so the order of the codes does.
            long score = ((long) rank << PLACE_BITS) | place;
            if (rank < 0 || (count == best.length && score >= best[count - 1])) {
                continue;
            }
            int at = count < best.length ? count++ : count - 1;
            for (; at > 0 && best[at - 1] > score; at--) {
                best[at] = best[at - 1];
            }
            best[at] = score;
        }
        List<String> found = new ArrayList<>(count);
        Arrays.stream(best, 0, count).forEach(score -> found.add(codes[(int) (score & ((1 << PLACE_BITS) - 1))]));
        return List.copyOf(found);
    }

    /**
     * Lower is nearer, negative is too far. First come the same digits but for zeros in front (VN.2 is short for VN.02), then
     * but for zeros behind (CN.5326 for CN.532600), then fewer edits, then a longer common beginning.
     */
    private int rank(String code) {
        int edits = edits(code);
        int likeness = likeness(digits(code));
        if (likeness == 2 && edits > Math.min(3, wanted.length() / 2)) {
            return -1;
        }
        int common = 0;
        while (common < Math.min(code.length(), wanted.length()) && code.charAt(common) == wanted.charAt(common)) {
            common++;
        }
        return likeness << 16 | edits << 8 | (LONGEST - common);
    }

    private int likeness(String other) {
        if (digits.isEmpty()) {
            return 2;
        }
        if (withoutZerosInFront(digits).equals(withoutZerosInFront(other))) {
            return 0;
        }
        return withoutZerosBehind(digits).equals(withoutZerosBehind(other)) ? 1 : 2;
    }

    /** Levenshtein's distance. */
    private int edits(String code) {
        for (int column = 0; column <= code.length(); column++) {
            above[column] = column;
        }
        for (int line = 1; line <= wanted.length(); line++) {
            row[0] = line;
            for (int column = 1; column <= code.length(); column++) {
                int replaced = above[column - 1] + (wanted.charAt(line - 1) == code.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(replaced, Math.min(above[column], row[column - 1]) + 1);
            }
            System.arraycopy(row, 0, above, 0, code.length() + 1);
        }
        return above[code.length()];
    }

    /** What stands behind the country; all of it where no country is named. */
    private static String digits(String code) {
        return code.indexOf('.') == 2 ? code.substring(3) : code;
    }

    private static String withoutZerosInFront(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static String withoutZerosBehind(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
