package io.provincelink.record.find;

import io.provincelink.record.brief.Brief;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A record that has all words of the question.
 *
 * @param relevance from 0 to 100, see {@link io.provincelink.record.search.Relevance}
 * @param foundIn the text of the record in which a word stands that its title lacks, or a part of that; null where the title has all
 */
public record Hit(int relevance, Brief record, @Nullable String foundIn) {

    /** The best first; of those that are as good, the one that was recorded last. */
    static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::relevance)
            .thenComparing(hit -> hit.record().id().toString())
            .reversed();

    /** Whether it comes behind the hit with this relevance and id. */
    boolean isBehind(int otherRelevance, String otherId) {
        return relevance < otherRelevance
                || relevance == otherRelevance && record.id().toString().compareTo(otherId) < 0;
    }
}
