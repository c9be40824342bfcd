package io.provincelink.kit.region;

/** The rank of an administrative unit. A unit lies in a unit of an earlier constant, never in one of its own rank. */
public enum RegionLevel {
    COUNTRY,
    PROVINCE,
    PREFECTURE,
    DISTRICT,
    COUNTY,
    COMMUNE,
    TOWNSHIP,
    CITY
}
