package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.http.GroupBy;
import io.provincelink.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a summary of traffic is divided, and the SQL that says it. Kind and reporter are always told apart. */
enum TrafficGrouping {
    YEAR("f.period / 100"),
    MONTH("f.period"),
    KIND("f.kind"),
    GATE("f.gate"),
    DIRECTION("f.direction"),
    REGION("f.region");

    private final String sql;

    TrafficGrouping(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /**
     * Several with commas between them, in any order; none where the parameter is not there.
     *
     * @throws ProblemException 400 naming the known ones
     */
    static List<TrafficGrouping> of(@Nullable String words) {
        return GroupBy.of(TrafficGrouping.class, words);
    }
}
