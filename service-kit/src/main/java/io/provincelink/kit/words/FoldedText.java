package io.provincelink.kit.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as every search sees it. Spelling of tone marks differs between publications (Thủy, Thuỷ), keyboards leave them out, and the same
 * letter may be one character or several, so marks, case and width of letters do not count.
 */
public final class FoldedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private FoldedText() {}

    /** Lower case without marks, blanks as one space each, none at the ends; empty when nothing but marks and blanks was there. */
    public static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // đ is a letter of its own: no decomposition takes its stroke away.
        String plain = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return BLANKS.matcher(plain.strip()).replaceAll(" ");
    }
}
