package io.provincelink.trade.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** SQL for the traffic figures of a moment: what stands behind {@code from}, with the columns of {@code traffic_figure}. */
public final class TrafficRows {

    private static final String LIVE = "traffic_figure";

    /** What has not changed since, and what was replaced later. */
    private static final String PAST = """
            (select n.id, n.amount, n.recorded_at, n.updated_at, n.version, n.period, n.kind, n.gate, n.direction, n.status,
                    n.reporter, n.partner, n.region
               from traffic_figure n where n.updated_at <= :asOf
              union all
             select n.id, s.amount, n.recorded_at, s.since, s.version, n.period, n.kind, n.gate, n.direction, s.status,
                    n.reporter, n.partner, n.region
               from traffic_figure_superseded s join traffic_figure n on n.id = s.figure
              where s.since <= :asOf and s.until > :asOf)""";

    private TrafficRows() {}

    /** @param asOf the moment, which is then the parameter {@code asOf}; null for what holds now */
    public static String of(@Nullable Instant asOf) {
        return asOf == null ? LIVE : PAST;
    }
}
