package io.provincelink.trade.series;

/** How long a point of a series is, as SDMX names it. */
public enum Frequency {
    /** Monthly. */
    M(1),
    /** Quarterly. */
    Q(3),
    /** Annual. */
    A(12);

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
