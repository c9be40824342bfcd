package io.provincelink.agreements.document;

import java.util.Map;

/** Numbers of articles as they are written: digits, Roman, Chinese. */
final class Numerals {

    private static final Map<Character, Integer> ROMAN = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100);
    private static final String CHINESE = "〇一二三四五六七八九";

    private Numerals() {}

    /** @return the value; 0 for what is no number */
    static int value(String text) {
        String number = text.replaceAll("\\s", "");
        if (number.isEmpty()) {
            return 0;
        }
        if (number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return number.length() > 4 ? 0 : Integer.parseInt(number);
        }
        return ROMAN.containsKey(number.charAt(0)) ? roman(number) : chinese(number);
    }

    private static int roman(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = ROMAN.getOrDefault(number.charAt(i), 0);
            boolean beforeLarger = i + 1 < number.length() && value < ROMAN.getOrDefault(number.charAt(i + 1), 0);
            sum += beforeLarger ? -value : value;
        }
        return sum;
    }

    private static int chinese(String number) {
        int sum = 0;
        int digit = 0;
        for (char c : number.replace('零', '〇').replace('两', '二').toCharArray()) {
            if (c == '十' || c == '百') {
                sum += Math.max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                int value = CHINESE.indexOf(c);
                if (value < 0) {
                    return 0;
                }
                digit = value;
            }
        }
        return sum + digit;
    }
}
