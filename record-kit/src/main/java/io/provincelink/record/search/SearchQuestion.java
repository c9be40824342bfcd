package io.provincelink.record.search;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code q} asks for: records that have all of its words.
 *
 * @param terms what the index must hold, for a condition with {@code @>}
 * @param pieces what must stand in the folded text beside that: the index holds only the beginnings of long words and two Chinese
 *     characters together
 */
public record SearchQuestion(List<String> terms, List<String> pieces) {

    private static final int LONGEST = 200;

    /** @throws ProblemException 400 when it is too long, or has neither letter nor digit: that would be a part of everything */
    public static SearchQuestion of(String q) {
        if (q.length() > LONGEST) {
            throw ProblemException.invalid(Fault.at("?q", "too-long-text", LONGEST));
        }
        List<String> words = Words.of(q);
        if (words.isEmpty()) {
            throw ProblemException.invalid(Fault.at("?q", "no-words"));
        }
        Set<String> terms = new LinkedHashSet<>();
        words.forEach(word -> Words.ask(word, terms));
        List<String> pieces = words.stream()
                .filter(Words::isLongerThanItsTerms)
                .map(word -> Words.isChinese(word) ? word : " " + word)
                .toList();
        return new SearchQuestion(List.copyOf(terms), pieces);
    }
}
