package io.provincelink.kit.caller;

import io.provincelink.kit.region.Regions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The list of regions as a bean, read once. */
final class RegionsProducer {

    private RegionsProducer() {}

    @Produces
    @Singleton
    static Regions regions() {
        return Regions.load();
    }
}
