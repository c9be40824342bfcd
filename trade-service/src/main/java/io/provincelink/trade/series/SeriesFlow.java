package io.provincelink.trade.series;

import io.provincelink.trade.figure.Flow;
import java.util.Set;

/** What a series is of. */
public enum SeriesFlow {
    EXPORT(Set.of(Flow.EXPORT)),
    IMPORT(Set.of(Flow.IMPORT)),
    /** Exports and imports together, as they are reported. */
    TURNOVER(Set.of(Flow.EXPORT, Flow.IMPORT));

    private final Set<Flow> flows;

    SeriesFlow(Set<Flow> flows) {
        this.flows = flows;
    }

    Set<Flow> flows() {
        return flows;
    }
}
