package io.provincelink.trade.traffic;

/** What is counted. Kept as its place in this list: append only. */
public enum TrafficKind {
    /** Permits issued for vehicles to cross (车辆出入境许可证). */
    VEHICLE_PERMITS("permit"),
    PASSENGER_CROSSINGS("passenger"),
    /** Placements of workers abroad, each stay of one person counted (跨境务工人次). */
    LABOUR_PLACEMENTS("placement"),
    /** Permits that a vehicle has crossed with. */
    VEHICLE_PERMITS_USED("permit"),
    /**
     * Permits that the two sides have agreed on for a year: reported in the month from which they may be issued. What is agreed later for
     * the same year is reported in its own month, and added.
     */
    VEHICLE_PERMIT_QUOTA("permit");

    private final String unit;

    TrafficKind(String unit) {
        this.unit = unit;
    }

    /** A code of {@link io.provincelink.kit.words.Units}. */
    public String unit() {
        return unit;
    }
}
