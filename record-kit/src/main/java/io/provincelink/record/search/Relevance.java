package io.provincelink.record.search;

import io.provincelink.kit.words.FoldedText;
import io.provincelink.kit.words.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a record that has all words of a question fits it. Each word counts: fully where it is a word of the title, two thirds where
 * the title has one that begins with it, one third where only the rest of the record has it; Chinese is a word wherever it stands.
 * The mean of that is up to 90 of 100 points; the other ten are for a title, or a code, that says nothing else.
 */
public final class Relevance {

    private static final int WHOLE = 3;
    private static final int BEGINNING = 2;
    private static final int ELSEWHERE = 1;
    private static final int MOST_FOR_WORDS = 90;
    private static final int FOR_NOTHING_ELSE = 10;

    /** About as much as is read at a glance. */
    private static final int LONGEST_PIECE = 160;

    private final List<String> words;
    private final String whole;

    private Relevance(List<String> words, String whole) {
        this.words = words;
        this.whole = whole;
    }

    public static Relevance to(String q) {
        return new Relevance(Words.of(q), FoldedText.of(q));
    }

    /** From 0 to 100. */
    public int of(@Nullable Text title, @Nullable String code) {
        Set<String> said = wordsOf(title);
        int points = words.stream().mapToInt(word -> points(word, said)).sum();
        boolean nothingElse = Stream.concat(languages(title), Stream.ofNullable(code))
                .anyMatch(text -> FoldedText.of(text).equals(whole));
        return MOST_FOR_WORDS * points / (WHOLE * Math.max(1, words.size())) + (nothingElse ? FOR_NOTHING_ELSE : 0);
    }

    private static int points(String word, Set<String> said) {
        if (said.contains(word) || Words.isChinese(word) && said.stream().anyMatch(other -> other.contains(word))) {
            return WHOLE;
        }
        return said.stream().anyMatch(other -> other.startsWith(word)) ? BEGINNING : ELSEWHERE;
    }

    /**
     * Where a word stands that the title lacks.
     *
     * @param texts of the record, as they are written
     * @return the first text that has one, or a part around it; null where the title has all
     */
    public @Nullable String foundIn(@Nullable Text title, List<String> texts) {
        Set<String> said = wordsOf(title);
        List<String> lacking = words.stream().filter(word -> !isIn(word, said)).toList();
        return texts.stream()
                .filter(text -> lacking.stream().anyMatch(word -> isIn(word, Set.copyOf(Words.of(text)))))
                .findFirst()
                .map(text -> piece(text, lacking))
                .orElse(null);
    }

    private static boolean isIn(String word, Set<String> said) {
        return points(word, said) > ELSEWHERE;
    }

    /** Of a long text the blank-separated words around the first that was asked for. */
    private static String piece(String text, List<String> lacking) {
        if (text.length() <= LONGEST_PIECE) {
            return text;
        }
        int begin = 0;
        for (String word : text.split("(?<=\\s)", -1)) {
            Set<String> said = Set.copyOf(Words.of(word));
            if (lacking.stream().anyMatch(asked -> isIn(asked, said))) {
                break;
            }
            begin += word.length();
        }
        int from = begin <= LONGEST_PIECE / 2 ? 0 : text.indexOf(' ', begin - LONGEST_PIECE / 2) + 1;
        if (from > begin) {
            from = begin;
        }
        String rest = text.substring(from);
        return (from > 0 ? "…" : "")
                + (rest.length() <= LONGEST_PIECE
                        ? rest
                        : rest.substring(0, end(rest)).stripTrailing() + "…");
    }

    /** Not between the halves of a character. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST_PIECE - 1)) ? LONGEST_PIECE - 1 : LONGEST_PIECE;
    }

    private static Set<String> wordsOf(@Nullable Text title) {
        Set<String> said = new HashSet<>();
        languages(title).forEach(text -> said.addAll(Words.of(text)));
        return said;
    }

    private static Stream<String> languages(@Nullable Text title) {
        return title == null
                ? Stream.empty()
                : Stream.of(title.vi(), title.zh(), title.en()).filter(Objects::nonNull);
    }
}
