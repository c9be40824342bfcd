package io.provincelink.exchanges.summary;

import io.provincelink.kit.http.GroupBy;
import io.provincelink.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a summary is divided, and the column of the counted exchanges that says it. */
enum SummaryGrouping {
    /** Of the first day. */
    YEAR("a.year"),
    LEVEL("a.level"),
    /** One in several fields is in a row of each; one that names none is in a row without. */
    FIELD("f.field"),
    /** As the region sees it that was asked for. */
    DIRECTION("a.direction");

    private final String column;

    SummaryGrouping(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /** In lower case in the address and in the answer. */
    String word() {
        return GroupBy.word(this);
    }

    /**
     * Several with commas between them, in any order; none where the parameter is not there.
     *
     * @throws ProblemException 400 naming the known ones
     */
    static List<SummaryGrouping> of(@Nullable String words) {
        return GroupBy.of(SummaryGrouping.class, words);
    }
}
