package io.provincelink.agreements.coordination;

import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import java.util.Optional;

/** Reads the keys of units, {@code VN.08@2025-07-01}, by which projects are grouped: a code alone may mean two of them. */
final class RegionKeys {

    private RegionKeys() {}

    static Optional<Region> unit(Regions regions, String key) {
        return regions.history(code(key)).stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst();
    }

    static String code(String key) {
        int at = key.indexOf('@');
        return at < 0 ? key : key.substring(0, at);
    }
}
