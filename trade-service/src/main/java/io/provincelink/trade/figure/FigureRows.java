package io.provincelink.trade.figure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** SQL for the figures of a moment: rows {@code r} of the columns of {@code trade_figure}, each with its revision {@code v}. */
public final class FigureRows {

    private static final String LIVE = "trade_figure r join trade_revision v on v.number = r.revision";

    private static final String PAST = """
            (select f.*, u.at as until_at
               from (select l.*, null::integer as until_revision from trade_figure l
                     union all select s.* from trade_figure_superseded s) f
               left join trade_revision u on u.number = f.until_revision) r
              join trade_revision v on v.number = r.revision and v.at <= :asOf and (r.until_at is null or r.until_at > :asOf)
            """;

    private FigureRows() {}

    /**
     * What stands behind {@code from}.
     *
     * @param asOf the moment, which is then the parameter {@code asOf}; null for what holds now
     */
    public static String of(@Nullable Instant asOf) {
        return asOf == null ? LIVE : PAST;
    }
}
