package io.provincelink.trade.load.file;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.List;

/**
 * How the bytes of a CSV file are to be read: all of it by parameter, none of it guessed.
 *
 * @param separator between fields, one of {@link #SEPARATORS}
 * @param decimalMark before the decimals of a number, one of {@link #DECIMAL_MARKS}
 */
public record Dialect(Encoding encoding, char separator, char decimalMark) {

    static final String SEPARATORS = ",;\t|";
    static final String DECIMAL_MARKS = ".,";

    /** What RFC 4180 describes, with a decimal point. */
    public static final Dialect USUAL = new Dialect(Encoding.UTF_8, ',', '.');

    /** @throws ProblemException 400 naming what cannot be read so */
    public Dialect {
        List<Fault> faults = faults(separator, decimalMark);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /** What is wrong with the pair, at the parameters {@code separator} and {@code decimalMark}. */
    static List<Fault> faults(char separator, char decimalMark) {
        if (SEPARATORS.indexOf(separator) < 0) {
            return List.of(Fault.at("?separator", "unknown-value", ", ; TAB |"));
        }
        if (DECIMAL_MARKS.indexOf(decimalMark) < 0) {
            return List.of(Fault.at("?decimalMark", "unknown-value", ". ,"));
        }
        // 1,5 would be two fields; that some writers put such numbers in quotes cannot be told from those that forget
        // it
        return separator == decimalMark
                ? List.of(Fault.at("?decimalMark", "same-as-separator", String.valueOf(separator)))
                : List.of();
    }
}
