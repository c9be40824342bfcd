package io.provincelink.trade.figure;

/** Which way the goods went, seen from the reporter. Kept as its place in this list: append only. */
public enum Flow {
    EXPORT(Valuation.FOB),
    IMPORT(Valuation.CIF);

    private final Valuation usual;

    Flow(Valuation usual) {
        this.usual = usual;
    }

    /** How customs value this flow where nothing else is said. */
    public Valuation usualValuation() {
        return usual;
    }
}
