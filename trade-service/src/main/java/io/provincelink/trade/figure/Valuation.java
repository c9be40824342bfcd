package io.provincelink.trade.figure;

/** At which price goods are counted. Kept as its place in this list: append only. */
public enum Valuation {
    /** Free on board: at the border of the exporting country. */
    FOB,
    /** Cost, insurance, freight: at the border of the importing country. */
    CIF
}
