package io.provincelink.gateway.search;

import io.provincelink.gateway.brief.Brief;
import io.provincelink.gateway.brief.Given;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A record that has all words of the question.
 *
 * @param relevance from 0 to 100: how many of the words its title has, whole or as beginnings
 * @param foundIn the text of the record in which a word stands that its title lacks, or a part of that; null where the title has all
 */
public record SearchHit(
        int relevance, Brief record, @Nullable String foundIn) {

    /** The best first; of those that are as good, the one that was recorded last. The services have the same order. */
    static final Comparator<SearchHit> BEST_FIRST = Comparator.comparingInt(SearchHit::relevance)
            .thenComparing(hit -> hit.record().id().toString())
            .reversed();

    public SearchHit {
        Given.value(record);
    }

    String place() {
        return relevance + " " + record.id();
    }
}
