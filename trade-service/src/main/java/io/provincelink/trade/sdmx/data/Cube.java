package io.provincelink.trade.sdmx.data;

import io.provincelink.trade.figure.Grain;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Catalogue;
import io.provincelink.trade.statistic.Place;
import java.util.Arrays;

/** Where the data of a flow are. */
enum Cube {
    /** In the table of figures; which groups of them there are is asked of the sums by year. */
    FIGURES(Catalogue.TRADE, Grain.MONTH_GATE_CHAPTER, Grain.YEAR_GATE_CHAPTER),
    CHAPTERS(Catalogue.TRADE_CHAPTER, Grain.MONTH_CHAPTER, Grain.MONTH_CHAPTER),
    GATES(Catalogue.TRADE_GATE, Grain.MONTH_GATE, Grain.MONTH_GATE);

    private final Dataflow flow;
    private final Grain months;
    private final Grain groups;

    Cube(Dataflow flow, Grain months, Grain groups) {
        this.flow = flow;
        this.months = months;
        this.groups = groups;
    }

    static Cube of(Dataflow flow) {
        return Arrays.stream(values())
                .filter(cube -> cube.flow.equals(flow))
                .findFirst()
                .orElseThrow();
    }

    /** The sums by month that tell as much as the flow does, goods within a chapter excepted. */
    int months() {
        return Place.of(months);
    }

    /** The sums from which it is known which groups there are. */
    int groups() {
        return Place.of(groups);
    }

    /** Whether the rows of {@link #groups} are of years. */
    boolean isGroupedByYears() {
        return this == FIGURES;
    }
}
