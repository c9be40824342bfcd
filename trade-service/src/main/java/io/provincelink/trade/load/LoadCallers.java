package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;

/** In whose name something is done once the request that began it is over. */
@Singleton
class LoadCallers {

    private final Regions regions;
    private final Today today;

    LoadCallers(Regions regions, Today today) {
        this.regions = regions;
        this.today = today;
    }

    Caller nobody() {
        return Caller.anonymous(regions, today.get());
    }

    /** Who sent a load, as far as the change log names them. */
    Caller of(TradeLoad.Loader loader) {
        return new Caller(
                "",
                "",
                regions.latest(loader.region(), today.get()).orElse(null),
                loader.body(),
                loader.roles(),
                regions,
                today.get());
    }
}
