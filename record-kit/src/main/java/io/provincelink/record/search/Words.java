package io.provincelink.record.search;

import io.provincelink.kit.words.FoldedText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text. What is written in letters or digits is a word up to the next blank, dash, slash or dot, and is found by its
 * beginning: {@code thuy}, {@code 30a}, {@code 2008}. Chinese has no blanks, so an unbroken run of it is a word, found by any part.
 */
final class Words {

    /** Beginnings of a word that the index holds; what a longer one says beyond that is compared with the text. */
    static final int LONGEST_BEGINNING = 8;

    private Words() {}

    /** The words of the text, folded, each once, in their order. */
    static List<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        boolean chinese = false;
        for (int c : FoldedText.of(text).codePoints().toArray()) {
            boolean ideograph = Character.isIdeographic(c);
            if (!Character.isLetterOrDigit(c) || ideograph != chinese) {
                take(word, words);
                chinese = ideograph;
            }
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            }
        }
        take(word, words);
        return List.copyOf(words);
    }

    private static void take(StringBuilder word, Collection<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    static boolean isChinese(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    /** What the index holds of a word of a record: each of its beginnings; of Chinese each character and each two together. */
    static void index(String word, Collection<String> terms) {
        int[] letters = word.codePoints().toArray();
        if (isChinese(word)) {
            for (int i = 0; i < letters.length; i++) {
                terms.add(new String(letters, i, 1));
                if (i + 1 < letters.length) {
                    terms.add(new String(letters, i, 2));
                }
            }
            return;
        }
        for (int length = 1; length <= Math.min(letters.length, LONGEST_BEGINNING); length++) {
            terms.add(new String(letters, 0, length));
        }
    }

    /** What the index must hold of a record for this word of a question to be in it. */
    static void ask(String word, Collection<String> terms) {
        int[] letters = word.codePoints().toArray();
        if (!isChinese(word)) {
            terms.add(new String(letters, 0, Math.min(letters.length, LONGEST_BEGINNING)));
        } else if (letters.length == 1) {
            terms.add(word);
        } else {
            for (int i = 0; i + 1 < letters.length; i++) {
                terms.add(new String(letters, i, 2));
            }
        }
    }

    /** Whether the terms of a word say less than the word, so that hits must be compared with the text. */
    static boolean isLongerThanItsTerms(String word) {
        return word.codePointCount(0, word.length()) > (isChinese(word) ? 2 : LONGEST_BEGINNING);
    }
}
