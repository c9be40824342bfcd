package io.provincelink.trade.traffic;

/** What is counted. Kept as its place in this list: append only. */
public enum TrafficKind {
    /** Permits issued for vehicles to cross (车辆出入境许可证). */
    VEHICLE_PERMITS,
    PASSENGER_CROSSINGS,
    /** Placements of workers abroad, each stay of one person counted (跨境务工人次). */
    LABOUR_PLACEMENTS
}
