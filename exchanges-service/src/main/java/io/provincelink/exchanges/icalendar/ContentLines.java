package io.provincelink.exchanges.icalendar;

/** The lines that a calendar consists of (RFC 5545 §3.1). */
public final class ContentLines {

    private static final String END = "\r\n";
    private static final int LONGEST = 75;

    private ContentLines() {}

    /**
     * The same lines with those folded that are longer than 75 octets. The library counts characters, of which a Chinese one has three
     * octets; here none is cut.
     *
     * @param lines each with CRLF at its end
     */
    public static String folded(String lines) {
        StringBuilder folded = new StringBuilder(lines.length() + lines.length() / 16);
        int octets = 0;
        for (int i = 0; i < lines.length(); ) {
            int character = lines.codePointAt(i);
            i += Character.charCount(character);
            if (character == '\r' || character == '\n') {
                octets = 0;
            } else {
                int more = octets(character);
                if (octets + more > LONGEST) {
                    folded.append(END).append(' ');
                    octets = 1;
                }
                octets += more;
            }
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }

    /**
     * A text as a value may have it: breaks of lines of one kind, no control characters, not longer than so many characters.
     */
    public static String plain(String text, int most) {
        String one = text.replace(END, "\n").replace('\r', '\n');
        StringBuilder plain = new StringBuilder(Math.min(one.length(), most));
        for (int i = 0; i < one.length() && plain.length() <= most; ) {
            int character = one.codePointAt(i);
            i += Character.charCount(character);
            if (mayStand(character)) {
                plain.appendCodePoint(character);
            }
        }
        return plain.length() <= most ? plain.toString() : cut(plain, most - 1) + '…';
    }

    private static String cut(StringBuilder text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static boolean mayStand(int character) {
        boolean isHalfOfPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character == '\n' || character == '\t' || !Character.isISOControl(character) && !isHalfOfPair;
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
