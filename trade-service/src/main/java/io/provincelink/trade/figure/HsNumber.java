package io.provincelink.trade.figure;

/**
 * A code of the Harmonized System as one number: its digits filled up with zeros to six, then how many they were. 08 is 800002, 080810
 * is 808106. So codes that begin alike stand together, and one code goes before those below it.
 */
public final class HsNumber {

    private static final int DIGITS = 6;
    private static final int OF_CHAPTER = 100_000;

    private HsNumber() {}

    static boolean isCode(String text) {
        return text.matches(HsCode.FORM);
    }

    /** @param code two to six digits, see {@link HsCode} */
    public static int of(String code) {
        return of(Integer.parseInt(code), code.length());
    }

    /**
     * @param digits the code read as a number
     * @param length how many digits it is written with
     */
    public static int of(int digits, int length) {
        return digits * power(DIGITS - length) * 10 + length;
    }

    /** The code that a number stands for. */
    public static String code(int number) {
        int length = number % 10;
        int digits = number / 10 / power(DIGITS - length);
        return String.format("%0" + length + "d", digits);
    }

    /** The first two digits. */
    public static int chapter(int number) {
        return number / OF_CHAPTER;
    }

    /** The greatest number of a code that begins with these digits; the least is the number of the prefix itself. */
    public static int lastBelow(String prefix) {
        return of(prefix) - prefix.length() + power(DIGITS - prefix.length()) * 10 - 1;
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
