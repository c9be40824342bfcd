package io.provincelink.kit.http;

import java.util.regex.Pattern;

/** Texts in the cells of a table that a spreadsheet may open. */
public final class CellText {

    // what spreadsheets take for a formula, in the wide forms of Chinese keyboards too; with the apostrophes that may
    // stand before it,
    // so that taking one away always gives the text back
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private CellText() {}

    /** A text that a spreadsheet would calculate gets the apostrophe by which it takes it as a text. */
    public static String safe(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
