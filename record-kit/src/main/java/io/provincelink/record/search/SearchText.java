package io.provincelink.record.search;

import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what a search of one record looks into. */
public final class SearchText {

    /** Titles and names; a text that goes on for pages is no title, and the row must stay small. */
    private static final int MOST_WORDS = 2_000;

    private final Regions regions;
    private final LocalDate anchor;
    private final Set<String> words = new LinkedHashSet<>();
    private final List<String> texts = new ArrayList<>();

    SearchText(Regions regions, LocalDate anchor) {
        this.regions = regions;
        this.anchor = anchor;
    }

    /** A code, a number, a name in no particular language. */
    public SearchText add(@Nullable String text) {
        if (text != null && words.size() < MOST_WORDS) {
            words.addAll(Words.of(text));
            texts.add(text);
        }
        return this;
    }

    /** A title or name in all its languages. */
    public SearchText add(@Nullable Text text) {
        return text == null ? this : add(text.vi()).add(text.zh()).add(text.en());
    }

    /** The names that the units had on the record's anchor day. */
    public SearchText addRegions(Collection<String> codes) {
        codes.forEach(code -> regions.on(code, anchor).ifPresent(unit -> add(unit.name())));
        return this;
    }

    /** Names of the units and of the bodies that act for them. */
    public SearchText addParties(Collection<Party> parties) {
        for (Party party : parties) {
            addRegions(List.of(party.region()));
            add(party.body() == null ? null : party.body().name());
        }
        return this;
    }

    /** What was added, as it is written. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    List<String> terms() {
        Set<String> terms = new TreeSet<>();
        words.forEach(word -> Words.index(word, terms));
        return List.copyOf(terms);
    }

    /** Each word with a space before it, so that a beginning of a word can be told from its middle. Never empty. */
    String folded() {
        return " " + String.join(" ", words);
    }
}
