package io.provincelink.record.confirmation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.provincelink.kit.words.Standing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parties have said to one matter as it reads now: the last word of each. A change of substance starts them anew, with
 * {@link #NONE}, since who agreed did so to what it said before. Written in JSON as the list of its words.
 */
public final class Confirmations {

    public static final Confirmations NONE = new Confirmations(List.of());

    private final List<Confirmation> words;

    private Confirmations(List<Confirmation> words) {
        this.words = List.copyOf(words);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Confirmations of(List<Confirmation> words) {
        return new Confirmations(words);
    }

    @JsonValue
    public List<Confirmation> words() {
        return words;
    }

    /** With these words, each in the place of what its party said before; the same object when they only repeat that. */
    public Confirmations with(List<Confirmation> said) {
        List<Confirmation> news = said.stream()
                .filter(word -> words.stream().noneMatch(word::repeats))
                .toList();
        if (news.isEmpty()) {
            return this;
        }
        Set<String> heard = news.stream().map(Confirmation::party).collect(Collectors.toSet());
        return new Confirmations(
                Stream.concat(words.stream().filter(word -> !heard.contains(word.party())), news.stream())
                        .toList());
    }

    /** Agreed once every party says so, disputed as soon as one does, and proposed until then. */
    public Standing standing(List<String> parties) {
        Set<String> agreed = partiesSaying(Confirmation.Decision.AGREED);
        if (partiesSaying(Confirmation.Decision.DISPUTED).stream().anyMatch(parties::contains)) {
            return Standing.DISPUTED;
        }
        return agreed.containsAll(parties) ? Standing.AGREED : Standing.PROPOSED;
    }

    private Set<String> partiesSaying(Confirmation.Decision decision) {
        return words.stream()
                .filter(word -> word.decision() == decision)
                .map(Confirmation::party)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confirmations same && words.equals(same.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
